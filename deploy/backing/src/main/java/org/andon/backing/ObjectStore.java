package org.andon.backing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An S3 server over a directory of this machine, on 127.0.0.1. It checks AWS signatures (version
 * 4), also those of presigned URLs.
 */
public final class ObjectStore implements AutoCloseable {

  private final DataDirectory directory;
  private final BlobStore store;
  private final S3Proxy server;

  private ObjectStore(DataDirectory directory, BlobStore store, S3Proxy server) {
    this.directory = directory;
    this.store = store;
    this.server = server;
  }

  /**
   * Starts a server.
   *
   * @param dataDirectory kept across starts, or null for a temporary one
   * @param port to listen on, 0 for any that is free
   */
  public static ObjectStore start(
      Path dataDirectory, int port, String accessKey, String secretKey) {
    ServerLogs.quiet("org.gaul");
    var directory = DataDirectory.of(dataDirectory, "s3");
    try {
      var store =
          new FilesystemNio2BlobStore(
              Files.createDirectories(directory.path().resolve("buckets")).toString());
      var server =
          S3Proxy.builder()
              .blobStore(store)
              .endpoint(URI.create("http://127.0.0.1:" + FreePort.orAny(port)))
              .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
              // Jetty would wait for idle keep-alive connections; the clients have stopped before.
              .stopTimeout(0)
              .build();
      server.start();
      return new ObjectStore(directory, store, server);
    } catch (Exception e) { // S3Proxy.start declares no narrower type
      throw new BackingException("the object store did not start", e);
    }
  }

  public int port() {
    return server.getPort();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Makes the bucket unless it is there. */
  public void createBucket(String name) {
    if (!store.containerExists(name)) {
      store.createContainer(name);
    }
  }

  @Override
  public void close() {
    try (directory) {
      server.stop();
    } catch (Exception e) { // S3Proxy.stop declares no narrower type
      throw new BackingException("the object store did not stop", e);
    }
  }
}
