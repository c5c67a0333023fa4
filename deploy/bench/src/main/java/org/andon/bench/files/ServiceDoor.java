package org.andon.bench.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.UUID;
import org.andon.bench.stack.BenchStack;
import org.andon.bench.stack.People;

/** Files by way of file-service. */
final class ServiceDoor implements AutoCloseable {
  /** What makes each file another one, and all of them PDFs. */
  static final int HEAD_BYTES = 64;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOUNDARY = "andon-bench";

  private final URI address;
  private final People people;
  private final UUID room;
  private final Path content;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  ServiceDoor(BenchStack stack, People people, UUID room, Path content) {
    this.address = stack.service("file-service");
    this.people = people;
    this.room = room;
    this.content = content;
  }

  /** The file's id. */
  String upload(int user) throws IOException, InterruptedException {
    String head = "%PDF-1.4\n%" + UUID.randomUUID();
    String form =
        """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="bench.pdf"\r
        \r
        %s\
        """
            .formatted(BOUNDARY, head + "\n".repeat(HEAD_BYTES - head.length()));
    HttpResponse<byte[]> answer =
        http.send(
            request("/api/rooms/" + room + "/files", user)
                .header("content-type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(
                    BodyPublishers.concat(
                        BodyPublishers.ofByteArray(form.getBytes(US_ASCII)),
                        BodyPublishers.ofFile(content),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
                .build(),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() != 201) {
      throw new IOException(answer.statusCode() + " " + new String(answer.body(), US_ASCII));
    }
    return JSON.readTree(answer.body()).get("file_id").asText();
  }

  String download(String file) throws IOException, InterruptedException {
    return Downloads.read(http, request("/api/files/" + file + "/content", 0).build());
  }

  /** Where the store itself has it. */
  URI storeUrl(String file) throws IOException, InterruptedException {
    byte[] view =
        http.send(request("/api/files/" + file, 0).build(), BodyHandlers.ofByteArray()).body();
    return URI.create(JSON.readTree(view).get("file_url").asText());
  }

  private HttpRequest.Builder request(String path, int user) {
    return HttpRequest.newBuilder(address.resolve(path))
        .header("authorization", "Bearer " + people.token(user));
  }

  @Override
  public void close() {
    http.close();
  }
}
