package org.andon.bench.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Reads whole files, and throws them away. */
final class Downloads {
  private Downloads() {}

  /** How many bytes there were, as a text. */
  static String read(HttpClient http, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      long bytes = body.transferTo(OutputStream.nullOutputStream());
      long announced = answer.headers().firstValueAsLong("content-length").orElseThrow();
      if (answer.statusCode() != 200 || bytes != announced) {
        throw new IOException(answer.statusCode() + ", bytes " + bytes + " of " + announced);
      }
      return Long.toString(bytes);
    }
  }
}
