package org.andon.e2e.traffic;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** HTTP as people's programs speak it; what goes wrong comes back as an answer. */
public record Api(URI base) {
  public static final ObjectMapper JSON = new ObjectMapper();

  /** Longer than any limit of the services, which give up what hangs behind them. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String DEMO_PASSWORD = "andon-demo";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * @param status 0 if there was no answer; {@code problem} tells why
   * @param problem status and code of a refusal, as documents tell them; null for a success
   * @param cookie what was set by a sign-in
   */
  public record Answer(int status, String problem, byte[] body, String cookie) {
    public boolean ok() {
      return problem == null;
    }

    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new AssertionError("an answer that is not JSON", e);
      }
    }
  }

  /** A person who has signed in. */
  public record Account(String userId, String token, String sessionId, String cookie) {}

  public Account signIn(String account) {
    Answer answer =
        await(account + " signs in")
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(200))
            .until(() -> login(account), Answer::ok);
    JsonNode session = answer.json();
    return new Account(
        account + "@plant.example",
        session.get("access_token").asText(),
        session.get("session_id").asText(),
        answer.cookie());
  }

  public Answer login(String account) {
    return send(
        request("/api/auth/login")
            .header("Content-Type", "application/json")
            .POST(json(Map.of("username", account, "password", DEMO_PASSWORD))));
  }

  public Answer refresh(String cookie) {
    return send(
        request("/api/auth/refresh")
            .header("Cookie", cookie)
            .header("Origin", base.toString())
            .POST(BodyPublishers.noBody()));
  }

  /** As nobody in particular. */
  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer get(Account account, String path) {
    return send(as(account, path).GET());
  }

  public Answer delete(Account account, String path) {
    return send(as(account, path).DELETE());
  }

  public Answer post(Account account, String path, Object body) {
    return send(as(account, path).header("Content-Type", "application/json").POST(json(body)));
  }

  public Answer patch(Account account, String path, Object body) {
    return send(
        as(account, path).header("Content-Type", "application/json").method("PATCH", json(body)));
  }

  Answer upload(Account account, String path, String fileName, byte[] content) {
    String boundary = "a-file-begins-here";
    byte[] head =
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                + "Content-Type: text/plain\r\n\r\n")
            .formatted(boundary, fileName)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.US_ASCII);
    return send(
        as(account, path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofByteArray(head),
                    BodyPublishers.ofByteArray(content),
                    BodyPublishers.ofByteArray(tail))));
  }

  private HttpRequest.Builder as(Account account, String path) {
    return request(path).header("Authorization", "Bearer " + account.token());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
  }

  private static BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      return answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (HttpTimeoutException e) {
      return new Answer(0, "no answer in " + PATIENCE.toSeconds() + " s", new byte[0], "");
    } catch (IOException e) {
      return new Answer(0, "no connection", new byte[0], "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(0, "interrupted", new byte[0], "");
    }
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    String cookie =
        response.headers().firstValue("Set-Cookie").map(it -> it.split(";", 2)[0]).orElse("");
    String problem = status < 300 ? null : (status + " " + code(response.body())).strip();
    return new Answer(status, problem, response.body(), cookie);
  }

  private static String code(byte[] body) {
    try {
      return Optional.ofNullable(JSON.readTree(body))
          .orElse(MissingNode.getInstance())
          .path("code")
          .asText();
    } catch (IOException e) {
      return "without a code";
    }
  }
}
