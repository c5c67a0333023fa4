package org.andon.file.preview;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What previews cost at the most. */
@ConfigMapping(prefix = "andon.preview")
interface PreviewConfig {
  /** In pixels; any other width is answered with the next larger one, so that few are kept. */
  @WithDefault("160,320,480,960,1920")
  List<Integer> widths();

  /** The one that is made at once, and that preview_url shows; one of the widths. */
  @WithDefault("480")
  int defaultWidth();

  /** Made at once by a pod; each may need some 100 MiB for a second. */
  @WithDefault("2")
  int atOnce();

  /** How many may wait for their turn before others are told to come again. */
  @WithDefault("64")
  int waiting();

  /** How long a caller waits for one that has to be made. */
  @WithDefault("20s")
  Duration patience();

  /** Width times height of an image: of a larger one only every n-th pixel is ever in memory. */
  @WithDefault("50000000")
  long maxPixels();

  /** The same where all pixels have to be in memory, 4 bytes each: WebP, progressive JPEG. */
  @WithDefault("16000000")
  long maxPixelsUnfolded();

  /**
   * Of those that are read, to be made smaller: up to 12 bytes each while they are. A preview of
   * 1920 pixels across needs 2 to 4 million.
   */
  @WithDefault("4000000")
  long maxPixelsKept();

  /**
   * For drawing a page of a PDF, which may be a program without an end; then its process is killed.
   * Longer than any takes on a busy node, since it is not tried again.
   */
  @WithDefault("30s")
  Duration pageTime();

  /**
   * Heap of the process that draws a page. With 128 MiB besides, and times {@link #atOnce}, it is
   * part of the pod's memory.
   */
  @WithDefault("256M")
  MemorySize pageMemory();
}
