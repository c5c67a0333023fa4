package org.andon.launcher.example;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.andon.backing.Directory;

/** One demo person, signed in at the gateway. */
final class ApiClient {
  private static final String BOUNDARY = "andon-example";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String gateway;
  private final String token;

  ApiClient(String gateway, String userId) throws IOException, InterruptedException {
    this.gateway = gateway;
    JsonObject login =
        new JsonObject().put("username", userId).put("password", Directory.DEMO_PASSWORD);
    this.token =
        send(HttpRequest.newBuilder(URI.create(gateway + "/api/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(login.encode())))
            .getString("access_token");
  }

  String token() {
    return token;
  }

  JsonObject get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.encode())));
  }

  JsonObject upload(String path, String fileName, String contentType, byte[] bytes)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: %s\r
        \r
        """
            .formatted(BOUNDARY, fileName, contentType)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(gateway + path))
        .header("Authorization", "Bearer " + token);
  }

  private JsonObject send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IOException(
          response.uri().getPath() + " answered " + response.statusCode() + ": " + response.body());
    }
    return new JsonObject(response.body());
  }
}
