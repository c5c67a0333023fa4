package org.andon.file.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large files may be. {@code quarkus.http.limits.max-body-size} must be above all of them. */
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

  default long maxBytes(FileKind kind) {
    return switch (kind) {
      case IMAGE -> maxImageSize().asLongValue();
      case DOCUMENT -> maxDocumentSize().asLongValue();
      case TEXT -> maxTextSize().asLongValue();
    };
  }
}
