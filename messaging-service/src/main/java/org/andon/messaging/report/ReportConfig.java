package org.andon.messaging.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** The plant's time and the limits of reports. */
@ConfigMapping(prefix = "andon.messaging.report")
interface ReportConfig {
  /** The zone of the times in a report: the plant's, whoever reads it wherever. */
  @WithDefault("Asia/Taipei")
  ZoneId timeZone();

  /** Reports that a pod writes at once: each takes a core, and the messages need one too. */
  @WithDefault("2")
  int atOncePerPod();

  /** Reports of one user that a pod writes at once: nobody reads two. */
  @WithDefault("1")
  int atOncePerUser();

  /** A report that takes longer is given up: some ten times what the largest usual one takes. */
  @WithDefault("60s")
  Duration timeout();

  /** Messages that are read and written at once: it bounds the memory a report takes. */
  @WithDefault("500")
  int page();

  /** Photos shown as pictures, at some 40 KiB each; the others stand there by name and hash. */
  @WithDefault("200")
  int previews();

  /** Pixels across a picture: sharp on half the width of a page. */
  @WithDefault("480")
  int previewWidth();

  /** Fields of readings with a row and a chart of their own; few machines have more. */
  @WithDefault("24")
  int fields();

  /** Points of a chart: more cannot be told apart on paper. */
  @WithDefault("240")
  int chartPoints();

  /** People, checklist items and files that are asked for, each: what is beyond is not in it. */
  @WithDefault("10000")
  int asked();
}
