package org.andon.file.storage;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** How long the store takes to answer, by what it is asked; the bytes of a download follow. */
@Singleton
class StoreMeters implements Interceptor {
  private static final int BUCKET_AND_KEY = 2;
  private static final int FIRST_ERROR = 400;
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int NOT_FOUND = 404;

  private final MeterRegistry registry;

  StoreMeters(MeterRegistry registry) {
    this.registry = registry;
    // Those of alerts from the start: Prometheus sees no increase in what begins with one.
    timer("put", "no_answer");
    timer("put", "failed");
    timer("get", "no_answer");
    timer("get", "failed");
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Timer.Sample began = Timer.start(registry);
    String outcome = "no_answer";
    try {
      Response answer = chain.proceed(chain.request());
      outcome = outcome(answer.code());
      return answer;
    } finally {
      began.stop(timer(operation(chain.request()), outcome));
    }
  }

  private static String operation(Request request) {
    if (isOfAnUpload(request.url())) {
      return request.method().equals("PUT") ? "put_part" : "multipart";
    }
    return switch (request.method()) {
      case "PUT" -> "put";
      case "GET" -> hasKey(request.url()) ? "get" : "list";
      case "HEAD" -> "stat";
      case "DELETE" -> "remove";
      default -> "other";
    };
  }

  private static boolean isOfAnUpload(HttpUrl url) {
    return url.queryParameterNames().contains("uploadId")
        || url.queryParameterNames().contains("uploads");
  }

  private static boolean hasKey(HttpUrl url) {
    return url.pathSize() >= BUCKET_AND_KEY && !url.pathSegments().get(1).isEmpty();
  }

  /** That an object is not there, is an answer like another. */
  private static String outcome(int status) {
    if (status < FIRST_ERROR) {
      return "done";
    }
    if (status == NOT_FOUND) {
      return "missing";
    }
    return status < FIRST_SERVER_ERROR ? "refused" : "failed";
  }

  private Timer timer(String operation, String outcome) {
    return Timer.builder("andon.store")
        .description("Requests to the object store, until it begins to answer")
        .tag("operation", operation)
        .tag("outcome", outcome)
        .register(registry);
  }
}
