package org.andon.messaging.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.report.RoomFilesClient.Attachment;

/**
 * One report in several formats, and what it was made of. Whoever has it closes it.
 *
 * @param lastSequence the reports go up to here
 * @param files of the room, the oldest first
 * @param reports each to be read once
 */
public record Edition(
    String title,
    Instant writtenAt,
    long lastSequence,
    List<RoomFile> files,
    Map<Format, InputStream> reports)
    implements AutoCloseable {

  /** A file of the room. */
  public record RoomFile(UUID fileId, String fileName) {}

  static Edition of(Report report) {
    return new Edition(
        report.incident().title(),
        report.writtenAt(),
        report.lastSequence(),
        report.files().values().stream()
            .sorted(Comparator.comparing(Attachment::uploadedAt).thenComparing(Attachment::fileId))
            .map(file -> new RoomFile(file.fileId(), file.fileName()))
            .toList(),
        new LinkedHashMap<>());
  }

  void add(Format format, InputStream report) {
    reports.put(format, report);
  }

  @Override
  public void close() {
    for (InputStream report : reports.values()) {
      try {
        report.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
