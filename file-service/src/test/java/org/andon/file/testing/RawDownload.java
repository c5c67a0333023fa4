package org.andon.file.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import org.eclipse.microprofile.config.ConfigProvider;

/** A download over a socket of its own, read as slowly as a test wants. */
public final class RawDownload implements AutoCloseable {
  private final Socket socket;
  private long received;

  private RawDownload(Socket socket) {
    this.socket = socket;
  }

  public static RawDownload begin(String userId, String fileId) throws IOException {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(20_000);
    socket
        .getOutputStream()
        .write(
            """
            GET /api/files/%s/content HTTP/1.1\r
            Host: 127.0.0.1\r
            Authorization: Bearer %s\r
            \r
            """
                .formatted(fileId, People.token(userId))
                .getBytes(US_ASCII));
    return new RawDownload(socket);
  }

  /** The answer's head counts too. */
  public void read(int bytes) throws IOException {
    received += socket.getInputStream().readNBytes(bytes).length;
  }

  /** How many bytes there were in all when the server closed the connection. */
  public long readToTheEnd() throws IOException {
    InputStream input = socket.getInputStream();
    byte[] piece = new byte[64 * 1024];
    try {
      for (int read = input.read(piece); read >= 0; read = input.read(piece)) {
        received += read;
      }
    } catch (SocketException e) {
      // A reset is an end, too.
    }
    return received;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
