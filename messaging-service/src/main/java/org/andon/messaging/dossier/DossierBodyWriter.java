package org.andon.messaging.dossier;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes each piece when the one before has left, so that a slow reader costs no memory. What fails
 * on the way breaks the connection: nobody is to take a part for the whole.
 */
@Provider
public class DossierBodyWriter implements ServerMessageBodyWriter<Dossier> {
  private static final Logger LOG = Logger.getLogger(DossierBodyWriter.class);
  private static final int PIECE_BYTES = 128 * 1024;

  private final DossierConfig config;

  DossierBodyWriter(DossierConfig config) {
    this.config = config;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return Dossier.class.isAssignableFrom(type);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
    return Dossier.class.isAssignableFrom(type);
  }

  @Override
  public void writeResponse(Dossier dossier, Type genericType, ServerRequestContext context) {
    ServerHttpResponse response = context.serverResponse();
    // How long it will be is known at its end.
    response.setResponseHeader("Transfer-Encoding", "chunked");
    try (dossier;
        OutputStream out = new BufferedOutputStream(new Pieces(response), PIECE_BYTES)) {
      dossier.writeTo(out);
    } catch (IOException | RuntimeException e) {
      LOG.warnf("a dossier was not sent whole: %s", e.toString());
      response.reset();
      return;
    }
    response.end();
  }

  /** Only ever called for types that are written without a server's context. */
  @Override
  public void writeTo(
      Dossier dossier,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream output)
      throws IOException {
    try (dossier) {
      dossier.writeTo(output);
    }
  }

  private final class Pieces extends OutputStream {
    private final ServerHttpResponse response;

    Pieces(ServerHttpResponse response) {
      this.response = response;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        response
            .write(Arrays.copyOfRange(bytes, offset, offset + length))
            .toCompletableFuture()
            .get(config.pieceTime().toMillis(), MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      } catch (ExecutionException | TimeoutException e) {
        throw new IOException("the reader is gone", e);
      }
    }
  }
}
