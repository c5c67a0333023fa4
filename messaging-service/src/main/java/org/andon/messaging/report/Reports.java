package org.andon.messaging.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.andon.messaging.message.Timeline;
import org.andon.messaging.room.Caller;

/**
 * Writes reports. Into a file first: what fails has then sent nothing, and a slow reader holds no
 * memory and keeps nobody else from theirs.
 */
@ApplicationScoped
public class Reports {
  private final ReportSources sources;
  private final Timeline timeline;
  private final ReportSlots slots;
  private final HtmlReport html;
  private final JsonReport json;
  private final PdfReport pdf;
  private final ReportConfig config;

  Reports(
      ReportSources sources,
      Timeline timeline,
      ReportSlots slots,
      HtmlReport html,
      JsonReport json,
      PdfReport pdf,
      ReportConfig config) {
    this.sources = sources;
    this.timeline = timeline;
    this.slots = slots;
    this.html = html;
    this.json = json;
    this.pdf = pdf;
    this.config = config;
  }

  /**
   * @param size in bytes
   */
  record Written(InputStream content, long size) {}

  /** The caller must have been let into the room. */
  Written write(UUID roomId, Caller caller, Format format, Language language) throws IOException {
    try (ReportSlots.Slot slot = slots.take(caller.userId())) {
      Deadline deadline = Deadline.in(config.timeout());
      boolean pictures = format == Format.HTML || format == Format.PDF;
      Report report = sources.gather(roomId, caller, pictures, deadline);
      return write(roomId, report, format, language, deadline);
    }
  }

  /** The same report in several formats. The caller must have been let into the room. */
  public Edition edition(UUID roomId, Caller caller, Language language, Format... formats)
      throws IOException {
    try (ReportSlots.Slot slot = slots.take(caller.userId())) {
      Deadline deadline = Deadline.in(config.timeout());
      Report report = sources.gather(roomId, caller, true, deadline);
      Edition edition = Edition.of(report);
      try {
        for (Format format : formats) {
          edition.add(format, write(roomId, report, format, language, deadline).content());
        }
        return edition;
      } catch (Throwable e) {
        edition.close();
        throw e;
      }
    }
  }

  private Written write(
      UUID roomId, Report report, Format format, Language language, Deadline deadline)
      throws IOException {
    Words words = new Words(language, config.timeZone());
    TimelinePages pages =
        new TimelinePages(timeline, roomId, report.lastSequence(), config.page(), deadline);
    Story story =
        new Story(
            report,
            Cover.of(report, words, config.fields()),
            words,
            timeline.marked(roomId),
            pages);
    return written(out -> write(story, format, out));
  }

  private void write(Story story, Format format, OutputStream out) throws IOException {
    try (Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      switch (format) {
        case HTML -> html.write(story, text);
        case MD -> MarkdownReport.write(story, text);
        case JSON -> json.write(story, text);
        case PDF -> pdf.write(story, out);
      }
    }
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /**
   * The file has no name any more once it is open: it goes when it has been read, or the pod has.
   */
  private static Written written(Writing writing) throws IOException {
    Path file = Files.createTempFile("report", null);
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        writing.to(out);
      }
      long size = Files.size(file);
      return new Written(Files.newInputStream(file), size);
    } finally {
      Files.delete(file);
    }
  }
}
