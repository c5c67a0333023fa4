package org.andon.file.file;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.andon.file.storage.StorageException;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes each piece when the one before has left. Quarkus' own output stream asks the connection
 * whether it is full, and that does not know of what still waits for a busy event loop: ten
 * downloads at once took all of the heap.
 */
@Provider
public class DownloadWriter implements ServerMessageBodyWriter<Download> {
  private static final int PIECE_BYTES = 128 * 1024;

  private final FileLimits limits;

  DownloadWriter(FileLimits limits) {
    this.limits = limits;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Download.class;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
    return type == Download.class;
  }

  @Override
  public void writeResponse(Download download, Type genericType, ServerRequestContext context)
      throws IOException {
    ServerHttpResponse response = context.serverResponse();
    response.setResponseHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(download.length()));
    try (InputStream bytes = download.bytes()) {
      byte[] piece = new byte[PIECE_BYTES];
      for (int read = fill(bytes, piece); read > 0; read = fill(bytes, piece)) {
        byte[] sent = read == piece.length ? piece : Arrays.copyOf(piece, read);
        response.write(sent).toCompletableFuture().get(limits.pieceTime().toMillis(), MILLISECONDS);
      }
      response.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      response.reset();
    } catch (IOException | ExecutionException | TimeoutException e) {
      if (!response.headWritten()) {
        throw new StorageException.Unavailable(e);
      }
      // Too late for a problem: a connection that breaks tells the client that this was not all.
      response.reset();
    }
  }

  private static int fill(InputStream bytes, byte[] piece) throws IOException {
    return bytes.readNBytes(piece, 0, piece.length);
  }

  /** Only ever called for types that are written without a server's context. */
  @Override
  public void writeTo(
      Download download,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream output)
      throws IOException {
    try (InputStream bytes = download.bytes()) {
      bytes.transferTo(output);
    }
  }
}
