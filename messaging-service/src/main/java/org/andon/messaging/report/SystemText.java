package org.andon.messaging.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happened to a room, in words. */
final class SystemText {
  private final Report report;
  private final Words words;

  SystemText(Report report, Words words) {
    this.report = report;
    this.words = words;
  }

  /** Without who did it, which stands before it, and an alarm's readings, which stand below. */
  String of(ObjectNode happened) {
    String event = happened.path("event").asText();
    String member = report.nameOf(happened.path("member_id").asText());
    String role = words.name("role", happened.path("role").asText());
    return switch (event) {
      case "room_created" -> words.sentence("event.room_created", members(happened));
      case "room_status_changed" -> statusChanged(happened);
      case "room_updated" -> words.sentence("event.room_updated", changes(happened));
      case "member_added", "member_removed", "role_changed", "ownership_transferred" ->
          words.sentence("event." + event, member, role);
      case "alarm_raised", "alarm_cleared" ->
          words.sentence("event." + event, happened.at("/alarm/text").asText());
      case "dossier_made" -> words.sentence("event.dossier_made");
      default -> event;
    };
  }

  private String statusChanged(ObjectNode happened) {
    String from = words.name("status", happened.path("from").asText());
    String to = words.name("status", happened.path("to").asText());
    return happened.path("note").isTextual()
        ? words.sentence(
            "event.room_status_changed.note", from, to, happened.path("note").textValue())
        : words.sentence("event.room_status_changed", from, to);
  }

  private String members(ObjectNode happened) {
    List<String> names = new ArrayList<>();
    happened.path("members").forEach(m -> names.add(report.nameOf(m.path("user_id").asText())));
    return joined(names);
  }

  private String changes(ObjectNode happened) {
    List<String> changes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> change : happened.path("changes").properties()) {
      changes.add(change(change.getKey(), change.getValue()));
    }
    return joined(changes);
  }

  private String change(String field, JsonNode change) {
    String name = words.name("field", field);
    JsonNode to = change.path("to");
    if (field.equals("checklist_item")) {
      String state = words.word(to.path("done").asBoolean() ? "item.done" : "item.open");
      return words.sentence("event.room_updated.item", name, to.path("text").asText(), state);
    }
    if (to.isArray()) {
      return words.sentence("event.room_updated.list", name, names(change.path("from"), to));
    }
    return words.sentence(
        "event.room_updated.change", name, value(field, change.path("from")), value(field, to));
  }

  /** Of the entries that are gone, changed or new. */
  private String names(JsonNode gone, JsonNode come) {
    Set<String> names = new LinkedHashSet<>();
    gone.forEach(entry -> names.add(entry.path("name").asText()));
    come.forEach(entry -> names.add(entry.path("name").asText()));
    return joined(List.copyOf(names));
  }

  private String value(String field, JsonNode value) {
    return switch (field) {
      case "severity" -> words.name("severity", value.asText());
      case "incident_type" -> words.name("type", value.asText());
      default -> value.isNull() || value.isMissingNode() ? "" : value.asText();
    };
  }

  private String joined(List<String> parts) {
    return String.join(words.word("list.separator"), parts);
  }
}
