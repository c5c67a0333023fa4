package org.andon.messaging.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Writer;
import org.andon.messaging.message.Timeline.Entry;

/**
 * A report as JSON, for programs: what was said, not how it is put; the language is of no matter.
 */
@ApplicationScoped
class JsonReport {
  private final ObjectMapper mapper;

  JsonReport(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void write(Story story, Writer out) throws IOException {
    Report report = story.report();
    try (JsonGenerator json = mapper.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("report_version", 1);
      json.writePOJOField("written_at", report.writtenAt());
      json.writeStringField("written_by", report.writtenBy());
      json.writeStringField("time_zone", story.words().zone());
      json.writePOJOField("incident", report.incident());
      json.writeNumberField("downtime_seconds", report.downtime().toSeconds());
      json.writePOJOField("people", people(report));
      json.writePOJOField("checklist", report.checklist());
      json.writePOJOField("files", report.files().values());
      json.writePOJOField("readings", report.readings());
      json.writeArrayFieldStart("timeline");
      while (story.hasRows()) {
        for (Entry entry : story.entries()) {
          json.writePOJO(JsonEntry.of(entry));
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static Object people(Report report) {
    return report.members().stream()
        .map(member -> new Person(member.userId(), report.nameOf(member.userId()), member.role()))
        .toList();
  }

  record Person(String userId, String displayName, String role) {}
}
