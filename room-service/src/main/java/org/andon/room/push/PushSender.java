package org.andon.room.push;

import com.interaso.webpush.WebPush;
import com.interaso.webpush.WebPush.Urgency;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.andon.room.push.PushOutcome.Failed;
import org.andon.room.push.PushOutcome.Gone;
import org.andon.room.push.PushOutcome.Refused;
import org.andon.room.push.PushOutcome.Sent;
import org.andon.room.room.Severity;

/** Sends messages to push services, encrypted for the browser they are for. */
@Singleton
public class PushSender {
  /** Of the TLS configuration with the authorities of push services in the plant. */
  private static final String TLS = "push";

  private final Vapid vapid;
  private final AllowedHosts hosts;
  private final PushConfig config;
  private final HttpClient http;

  PushSender(
      Vapid vapid, AllowedHosts hosts, PushConfig config, TlsConfigurationRegistry tlsRegistry)
      throws Exception {
    this.vapid = vapid;
    this.hosts = hosts;
    this.config = config;
    // Following a redirect would lead past the hosts that are allowed.
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(config.connectTimeout());
    Optional<TlsConfiguration> tls = tlsRegistry.get(TLS);
    if (tls.isPresent()) {
      client.sslContext(tls.get().createSSLContext());
    }
    http = client.build();
  }

  public boolean enabled() {
    return config.enabled();
  }

  /** Waits for the push service's answer. */
  public PushOutcome send(Subscription to, PushMessage message) throws InterruptedException {
    // What was allowed when the browser registered may not be any more.
    Optional<String> objection = hosts.objection(to.endpoint());
    if (objection.isPresent()) {
      return new Refused(objection.get());
    }
    HttpRequest request = request(vapid.identity().orElseThrow(), to, message);
    // The request's own limit ends when the headers are there.
    var answer = http.sendAsync(request, BodyHandlers.discarding());
    try {
      return outcome(answer.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      return failed(e);
    }
  }

  private static PushOutcome failed(Throwable reason) {
    return new Failed(reason.getClass().getSimpleName(), Optional.empty());
  }

  private HttpRequest request(WebPush identity, Subscription to, PushMessage message) {
    int secondsLeft =
        Math.toIntExact(
            Math.max(0, Duration.between(Instant.now(), message.expiresAt()).toSeconds()));
    HttpRequest.Builder request = HttpRequest.newBuilder(to.endpoint());
    identity
        .getHeaders(
            to.endpoint().toString(), secondsLeft, topic(message), urgency(message.severity()))
        .forEach(request::header);
    return request
        .POST(
            BodyPublishers.ofByteArray(identity.getBody(message.payload(), to.p256dh(), to.auth())))
        .build();
  }

  /** At most 32 characters of base64url, which a UUID without its hyphens has. */
  private static String topic(PushMessage message) {
    return message.roomId().toString().replace("-", "");
  }

  private static Urgency urgency(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> Urgency.High;
      case MEDIUM -> Urgency.Normal;
      case LOW -> Urgency.Low;
    };
  }

  private static PushOutcome outcome(HttpResponse<Void> response) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return new Sent();
    }
    if (status == 404 || status == 410) {
      return new Gone();
    }
    String reason = "status " + status;
    return status == 429 || status >= 500
        ? new Failed(reason, RetryAfter.of(response.headers(), Instant.now()))
        : new Refused(reason);
  }

  @PreDestroy
  void stop() {
    http.shutdownNow();
  }
}
