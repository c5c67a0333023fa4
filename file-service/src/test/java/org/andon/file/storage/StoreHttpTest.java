package org.andon.file.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.andon.file.testing.FileStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class StoreHttpTest {
  private static final int AT_ONCE = 40;

  @Inject StoreHttp http;

  @Test
  void a_store_that_is_slow_to_answer_is_asked_many_things_at_once() throws Exception {
    CountDownLatch asked = new CountDownLatch(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      HttpServer store =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), AT_ONCE);
      store.setExecutor(threads);
      store.createContext(
          "/",
          exchange -> {
            asked.countDown();
            awaitAll(asked);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          });
      store.start();
      OkHttpClient client = http.apply("default").orElseThrow();
      Request request =
          new Request.Builder().url("http://127.0.0.1:" + store.getAddress().getPort()).build();

      for (int i = 0; i < AT_ONCE; i++) {
        client.newCall(request).enqueue(new Ignored());
      }

      assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
      store.stop(0);
    }
  }

  private static void awaitAll(CountDownLatch asked) throws IOException {
    try {
      asked.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static final class Ignored implements Callback {
    @Override
    public void onFailure(Call call, IOException e) {}

    @Override
    public void onResponse(Call call, Response response) {
      response.close();
    }
  }
}
