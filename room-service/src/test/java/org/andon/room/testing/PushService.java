package org.andon.room.testing;

import com.interaso.webpush.VapidKeys;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * The push service of a browser's maker, over TLS; it may be told what to answer, and be stopped.
 */
public class PushService implements QuarkusTestResourceLifecycleManager {
  private static final int PRIVATE_KEY_BYTES = 32;

  private final VapidKeys keys = VapidKeys.generate();
  private final Certificate certificate = Certificate.ofLocalhost();
  private final Map<String, List<Answer>> answers = new ConcurrentHashMap<>();
  private final Map<String, List<Received>> received = new ConcurrentHashMap<>();
  private HttpsServer server;
  private int port;

  /** What it says once; headers by name. */
  public record Answer(int status, Map<String, String> headers) {
    public Answer(int status) {
      this(status, Map.of());
    }
  }

  /** A message that came. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  public record Received(HttpHeaders headers, byte[] body, long nanoTime) {
    public String header(String name) {
      return headers.firstValue(name).orElseThrow();
    }
  }

  @Override
  public Map<String, String> start() {
    port = listen(0);
    return Map.of(
        "andon.push.allowed-hosts",
        "localhost:" + port + ",*.push.plant.example",
        "andon.push.public-key",
        base64url(keys.getApplicationServerKey()),
        "andon.push.private-key",
        base64url(privateNumber()),
        "andon.push.contact",
        "mailto:andon@plant.example",
        "andon.push.devices-per-user",
        "3",
        "andon.notification.push.check-every",
        "1s",
        "andon.notification.push.retry-after",
        "1s",
        "quarkus.tls.push.trust-store.pem.certs",
        certificate.pem().toString());
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(PushService.class));
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  public void startAgain() {
    listen(port);
  }

  /** The address of a browser there. */
  public String endpoint(String browser) {
    return origin() + "/" + browser;
  }

  public String origin() {
    return "https://localhost:" + port;
  }

  public ECPublicKey publicKey() {
    return keys.getPublicKey();
  }

  public String applicationServerKey() {
    return base64url(keys.getApplicationServerKey());
  }

  /** To the next messages for that browser, in turn; then it takes all. */
  public void willAnswer(String browser, Answer... next) {
    answers.put(browser, new CopyOnWriteArrayList<>(next));
  }

  public List<Received> of(String browser) {
    return received.getOrDefault(browser, List.of());
  }

  private int listen(int wanted) {
    try {
      server = HttpsServer.create(new InetSocketAddress("localhost", wanted), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
    return server.getAddress().getPort();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String browser = Path.of(exchange.getRequestURI().getPath()).getFileName().toString();
      var message =
          new Received(
              HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true),
              exchange.getRequestBody().readAllBytes(),
              System.nanoTime());
      received.computeIfAbsent(browser, it -> new CopyOnWriteArrayList<>()).add(message);
      List<Answer> next = answers.getOrDefault(browser, List.of());
      Answer answer = next.isEmpty() ? new Answer(201) : next.removeFirst();
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), -1);
    }
  }

  private byte[] privateNumber() {
    byte[] number = keys.getPrivateKey().getS().toByteArray();
    byte[] fixed = new byte[PRIVATE_KEY_BYTES];
    int length = Math.min(number.length, PRIVATE_KEY_BYTES);
    System.arraycopy(number, number.length - length, fixed, PRIVATE_KEY_BYTES - length, length);
    return fixed;
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
