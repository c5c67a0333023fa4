package org.andon.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The bench users, signed in when first needed, and the rooms they open. */
public final class People {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "andon-demo";
  private static final int SIGNING_IN = 8;

  private final URI auth;
  private final URI rooms;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> tokens = new ArrayList<>();

  public People(BenchStack stack) {
    auth = stack.service("auth-service");
    rooms = stack.service("room-service");
  }

  /** {@code bench0001@plant.example} is number 0. */
  public static String userId(int number) {
    return account(number) + "@plant.example";
  }

  private static String account(int number) {
    return "bench%04d".formatted(number + 1);
  }

  public String token(int number) {
    return tokens.get(number);
  }

  /** Signs in the first so many of them. */
  public void signIn(int count) throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(SIGNING_IN)) {
      List<Future<String>> logins =
          IntStream.range(tokens.size(), count)
              .mapToObj(number -> threads.submit(() -> signIn(account(number))))
              .toList();
      for (Future<String> login : logins) {
        tokens.add(login.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("bench users cannot sign in", e.getCause());
    }
  }

  /** The token of somebody of the demo directory. */
  public String signIn(String account) throws IOException, InterruptedException {
    return post(
            auth.resolve("/api/auth/login"), "", Map.of("username", account, "password", PASSWORD))
        .get("access_token")
        .asText();
  }

  /** A room of users {@code first} and following; the first of them owns it, the others write. */
  public UUID openRoom(int first, int members) throws IOException, InterruptedException {
    List<Map<String, String>> others =
        IntStream.range(first + 1, first + members)
            .mapToObj(number -> Map.of("user_id", userId(number), "role", "EDITOR"))
            .toList();
    JsonNode room =
        post(
            rooms.resolve("/api/rooms"),
            tokens.get(first),
            Map.of(
                "title", "Load test",
                "incident_type", "other",
                "severity", "low",
                "location", "bench",
                "description", "",
                "members", others));
    return UUID.fromString(room.get("room_id").asText());
  }

  private JsonNode post(URI address, String token, Object body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    if (!token.isEmpty()) {
      request.header("authorization", "Bearer " + token);
    }
    HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
    JsonNode answer = JSON.readTree(response.body());
    if (response.statusCode() >= 300) {
      throw new IOException(address + " answered " + response.statusCode() + " " + answer);
    }
    return answer;
  }
}
