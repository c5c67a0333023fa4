package org.andon.file.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** An upload over a socket of its own, which can go on although it was answered, or break off. */
public final class RawUpload implements AutoCloseable {
  private static final String BOUNDARY = "andon-raw";
  private static final int PIECE = 64 * 1024;

  private final Socket socket;
  private final OutputStream output;
  private final boolean chunked;
  private long written;

  private RawUpload(Socket socket, boolean chunked) throws IOException {
    this.socket = socket;
    this.output = socket.getOutputStream();
    this.chunked = chunked;
  }

  /**
   * Sends the request's head, and the form up to the file's content.
   *
   * @param announced the Content-Length; negative for none, and chunks
   */
  public static RawUpload begin(String userId, UUID room, String fileName, long announced) {
    try {
      int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
      RawUpload upload = new RawUpload(new Socket("127.0.0.1", port), announced < 0);
      upload.output.write(
          """
          POST /api/rooms/%s/files HTTP/1.1\r
          Host: 127.0.0.1\r
          Authorization: Bearer %s\r
          Content-Type: multipart/form-data; boundary=%s\r
          %s\r
          \r
          """
              .formatted(
                  room,
                  People.token(userId),
                  BOUNDARY,
                  announced < 0 ? "Transfer-Encoding: chunked" : "Content-Length: " + announced)
              .getBytes(US_ASCII));
      upload.send(
          """
          --%s\r
          Content-Disposition: form-data; name="file"; filename="%s"\r
          \r
          """
              .formatted(BOUNDARY, fileName)
              .getBytes(UTF_8));
      return upload;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void send(byte[] bytes) throws IOException {
    if (chunked) {
      output.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(US_ASCII));
    }
    output.write(bytes);
    if (chunked) {
      output.write("\r\n".getBytes(US_ASCII));
    }
    written += bytes.length;
  }

  /**
   * Goes on as long as the server takes something, like a client that only looks when it is done.
   */
  public long sendUntilRefused(long bytes) {
    byte[] piece = new byte[PIECE];
    try {
      while (written < bytes) {
        send(piece);
      }
    } catch (IOException e) {
      // The server has closed the connection.
    }
    return written;
  }

  /** The answer up to the end of its body, as far as it is there. */
  public String answer() {
    try {
      socket.setSoTimeout(10_000);
      InputStream input = socket.getInputStream();
      StringBuilder text = new StringBuilder();
      byte[] piece = new byte[PIECE];
      while (!text.toString().contains("}")) {
        int read = input.read(piece);
        if (read < 0) {
          break;
        }
        text.append(new String(piece, 0, read, UTF_8));
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without a word, as when a cable is pulled. */
  @Override
  public void close() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
