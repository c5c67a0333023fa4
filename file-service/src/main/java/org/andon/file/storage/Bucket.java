package org.andon.file.storage;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Our bucket, made at start, or on first use when the store was away at start. */
@ApplicationScoped
class Bucket {
  private static final Logger LOG = Logger.getLogger(Bucket.class);

  private final MinioAsyncClient store;
  private final StorageConfig config;
  private volatile boolean ready;

  Bucket(MinioAsyncClient store, StorageConfig config) {
    this.store = store;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    store.setTimeout(
        config.connectTimeout().toMillis(),
        config.transferTimeout().toMillis(),
        config.transferTimeout().toMillis());
    try {
      LOG.infof("object store is there: bucket=%s", ready());
    } catch (StorageException e) {
      LOG.warnf("object store is away, going on without: reason=%s", e.getCause().toString());
    }
  }

  String name() {
    return config.bucket();
  }

  /** The bucket's name, once it is known to be there. */
  String ready() {
    if (!ready) {
      if (config.createBucket() && !exists()) {
        var unused =
            StoreCalls.await(
                name(), () -> store.makeBucket(MakeBucketArgs.builder().bucket(name()).build()));
      }
      ready = true;
    }
    return name();
  }

  private boolean exists() {
    return StoreCalls.await(
        name(), () -> store.bucketExists(BucketExistsArgs.builder().bucket(name()).build()));
  }
}
