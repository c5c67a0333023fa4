package org.andon.file.storage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The object store; where it is and who we are there is in {@code quarkus.minio}. */
@ConfigMapping(prefix = "andon.storage")
interface StorageConfig {
  @WithDefault("andon-files")
  String bucket();

  /** Whether to create the bucket when it is missing; off where the platform team does that. */
  @WithDefault("true")
  boolean createBucket();

  /** Where browsers reach the store: presigned URLs are signed for this host. */
  URI publicEndpoint();

  /** How long a presigned URL is good for: as long as it takes to click, not to pass it on. */
  @WithDefault("5m")
  Duration urlLifetime();

  @WithDefault("2s")
  Duration connectTimeout();

  /** Between two packets, not for a whole file. */
  @WithDefault("20s")
  Duration transferTimeout();

  /** What a larger file is sent in; S3 takes no less than 5 MiB but for the last. */
  @WithDefault("8M")
  MemorySize partSize();

  /** On this pod's disk: room for as many files of the largest size as may arrive at once. */
  @WithDefault("${java.io.tmpdir}/andon-file-service")
  Path spoolDirectory();
}
