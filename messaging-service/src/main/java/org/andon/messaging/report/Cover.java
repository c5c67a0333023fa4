package org.andon.messaging.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.andon.messaging.report.IncidentClient.ChecklistItem;
import org.andon.messaging.report.IncidentClient.Incident;
import org.andon.messaging.report.Row.Value;

/**
 * All of a report before its timeline, as people read it.
 *
 * @param severity one of the closed set, for its colour
 * @param moreReadings null unless some are left out
 */
public record Cover(
    String title,
    String severity,
    String written,
    List<Value> facts,
    List<Value> summary,
    List<Person> people,
    List<Todo> checklist,
    List<Chart> charts,
    String moreReadings) {

  public record Person(String name, String userId, String role, String since) {}

  /**
   * @param by who and when; null while it is open
   */
  public record Todo(String text, boolean done, String state, String by) {}

  static Cover of(Report report, Words words, int fields) {
    Incident incident = report.incident();
    return new Cover(
        incident.title(),
        incident.severity(),
        words.sentence(
            "report.of",
            words.time(report.writtenAt()),
            report.nameOf(report.writtenBy()),
            words.zone()),
        facts(report, words),
        summary(incident, words),
        report.members().stream()
            .map(
                member ->
                    new Person(
                        report.nameOf(member.userId()),
                        member.userId(),
                        words.name("role", member.role()),
                        words.time(member.joinedAt())))
            .toList(),
        report.checklist().stream().map(item -> todo(item, report, words)).toList(),
        report.readings().stream()
            .map(it -> Chart.of(it, Limits.of(incident.field(it.field()), words), words))
            .toList(),
        report.readings().size() < fields
            ? null
            : words.sentence("reading.more", Integer.toString(fields)));
  }

  private static List<Value> facts(Report report, Words words) {
    Incident incident = report.incident();
    List<Value> facts = new ArrayList<>();
    facts.add(fact(words, "type", words.name("type", incident.incidentType())));
    facts.add(fact(words, "severity", words.name("severity", incident.severity())));
    facts.add(fact(words, "status", words.name("status", incident.status())));
    if (incident.location() != null) {
      facts.add(fact(words, "location", incident.location()));
    }
    facts.add(fact(words, "opened", words.time(incident.createdAt())));
    facts.add(fact(words, "opened_by", report.nameOf(incident.createdBy())));
    facts.add(fact(words, "first_response", since(incident, incident.firstResponseAt(), words)));
    facts.add(fact(words, "resolved", since(incident, incident.resolvedAt(), words)));
    String downtime = words.duration(report.downtime());
    facts.add(
        fact(
            words,
            "downtime",
            report.active() ? words.sentence("fact.so_far", downtime) : downtime));
    if (incident.archivedAt() != null) {
      facts.add(fact(words, "archived", words.time(incident.archivedAt())));
    }
    return facts;
  }

  private static Value fact(Words words, String key, String value) {
    return new Value(words.word("fact." + key), value);
  }

  private static String since(Incident incident, Instant time, Words words) {
    if (time == null) {
      return words.word("fact.none");
    }
    Duration after = Duration.between(incident.createdAt(), time);
    return words.time(time) + " · " + words.sentence("fact.after", words.duration(after));
  }

  private static List<Value> summary(Incident incident, Words words) {
    List<Value> summary = new ArrayList<>();
    add(summary, words.word("summary.description"), incident.description());
    add(summary, words.word("summary.root_cause"), incident.rootCause());
    add(summary, words.word("summary.corrective_actions"), incident.correctiveActions());
    add(summary, words.word("summary.preventive_actions"), incident.preventiveActions());
    add(summary, words.word("summary.resolution_notes"), incident.resolutionNotes());
    return summary;
  }

  private static void add(List<Value> summary, String name, String text) {
    if (text != null) {
      summary.add(new Value(name, text));
    }
  }

  private static Todo todo(ChecklistItem item, Report report, Words words) {
    return new Todo(
        item.text(),
        item.done(),
        words.word(item.done() ? "item.done" : "item.open"),
        item.done()
            ? words.sentence("item.by", report.nameOf(item.doneBy()), words.time(item.doneAt()))
            : null);
  }
}
