package org.andon.file.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.stream.LongStream;

/**
 * How large files may be, and how many. {@code quarkus.http.limits.max-body-size} must be above the
 * largest and what a form may have besides.
 */
@ConfigMapping(prefix = "andon.file")
interface FileLimits {
  @WithDefault("20M")
  MemorySize maxImageSize();

  @WithDefault("50M")
  MemorySize maxDocumentSize();

  @WithDefault("50M")
  MemorySize maxTextSize();

  /** Width times height: a few kilobytes may unfold to gigabytes in whatever shows the image. */
  @WithDefault("50000000")
  long maxPixels();

  /** Arriving at once, on one pod: each takes up to the largest size of its disk. */
  @WithDefault("64")
  int uploadsAtOnce();

  /** So that one person's slow uploads keep nobody else out. */
  @WithDefault("16")
  int uploadsAtOncePerUser();

  /** On one pod: each holds a connection to the store, and 256 KiB, until its reader has read. */
  @WithDefault("16")
  int downloadsAtOncePerUser();

  /** From first byte to last; well below {@code andon.upkeep.orphan-age}. */
  @WithDefault("30m")
  Duration uploadTime();

  /** For a piece of a download, 128 KiB, to leave: who reads nothing keeps no thread for ever. */
  @WithDefault("1m")
  Duration pieceTime();

  /** What is on show in a room at the most. */
  @WithDefault("5G")
  MemorySize roomQuota();

  /** What one person may upload between two midnights, UTC. */
  @WithDefault("2G")
  MemorySize userDailyQuota();

  /** What a form may have besides the file: names, a description, boundaries. */
  @WithDefault("512K")
  MemorySize maxFormOverhead();

  default long maxBytes(FileKind kind) {
    return switch (kind) {
      case IMAGE -> maxImageSize().asLongValue();
      case DOCUMENT -> maxDocumentSize().asLongValue();
      case TEXT -> maxTextSize().asLongValue();
    };
  }

  /** Of any kind. */
  default long maxBytes() {
    return LongStream.of(
            maxImageSize().asLongValue(),
            maxDocumentSize().asLongValue(),
            maxTextSize().asLongValue())
        .max()
        .orElseThrow();
  }
}
