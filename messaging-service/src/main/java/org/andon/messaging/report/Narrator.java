package org.andon.messaging.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.andon.messaging.message.Findings;
import org.andon.messaging.message.Message;
import org.andon.messaging.message.MessageType;
import org.andon.messaging.message.Timeline;
import org.andon.messaging.message.Timeline.Entry;
import org.andon.messaging.message.Timeline.Reaction;
import org.andon.messaging.report.RoomFilesClient.Attachment;

/** Tells the entries of a timeline in one language, in their order: a reply names its number. */
final class Narrator {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Report report;
  private final Words words;
  private final SystemText systemText;
  private final Map<UUID, Long> numbers = new HashMap<>();

  Narrator(Report report, Words words) {
    this.report = report;
    this.words = words;
    this.systemText = new SystemText(report, words);
  }

  List<Row> rows(List<Entry> entries) {
    return entries.stream().map(this::row).toList();
  }

  private Row row(Entry entry) {
    Message message = entry.message();
    numbers.put(message.messageId(), message.sequenceNumber());
    boolean system = message.type() == MessageType.SYSTEM;
    boolean structured = message.type() == MessageType.INCIDENT_DATA;
    return new Row(
        Long.toString(message.sequenceNumber()),
        words.time(message.createdAt()),
        system ? report.nameOf(message.senderId()) : message.senderName(),
        system,
        message.mark() == null ? null : mark(message),
        replyTo(message),
        structured || message.deleted() ? null : text(message, system),
        message.deleted() ? List.of() : readings(message),
        message.deleted() || message.fileId() == null ? null : picture(message.fileId()),
        entry.edits().stream().map(edit -> edit(edit, structured)).toList(),
        message.deleted()
            ? words.sentence(
                "entry.deleted", report.nameOf(entry.deletedBy()), words.time(message.deletedAt()))
            : null,
        entry.reactions().stream().map(Narrator::reaction).collect(Collectors.joining("   ")));
  }

  private String text(Message message, boolean system) {
    return system ? systemText.of(object(message.content())) : message.content();
  }

  private String mark(Message message) {
    return words.sentence(
        "entry.marked",
        words.name("mark", message.mark().wireName()),
        report.nameOf(message.markedBy()));
  }

  private String replyTo(Message message) {
    Long number = message.replyTo() == null ? null : numbers.get(message.replyTo());
    return number == null ? null : words.sentence("entry.reply", number.toString());
  }

  private static String reaction(Reaction reaction) {
    return reaction.emoji() + " " + reaction.count();
  }

  private Row.Edit edit(Timeline.Edit edit, boolean structured) {
    return new Row.Edit(
        words.sentence("entry.edited", report.nameOf(edit.by()), words.time(edit.at())),
        structured ? inWords(edit.before()) : edit.before(),
        structured ? inWords(edit.after()) : edit.after());
  }

  private static String inWords(String content) {
    return content == null
        ? null
        : values(object(content)).stream()
            .map(value -> value.name() + " = " + value.value())
            .collect(Collectors.joining("\n"));
  }

  private List<Row.Value> readings(Message message) {
    return switch (message.type()) {
      case INCIDENT_DATA -> found(message, object(message.content()));
      case SYSTEM ->
          object(message.content()).at("/alarm/readings") instanceof ObjectNode readings
              ? found(message, readings)
              : List.of();
      case TEXT, IMAGE_REF, FILE_REF -> List.of();
    };
  }

  /** Its values, and what was found of them when it was committed. */
  private List<Row.Value> found(Message message, ObjectNode readings) {
    Findings findings = message.findings();
    Map<String, String> found = new HashMap<>();
    findings.wrongType().forEach(field -> found.put(field, words.word("reading.unexpected")));
    findings
        .outOfBounds()
        .forEach(
            it ->
                found.put(
                    it.field(),
                    words.sentence(
                        "reading.beyond." + it.bound(), Limits.withUnit(it.limit(), it.unit()))));
    return values(readings).stream()
        .map(value -> new Row.Value(value.name(), value.value(), found.get(value.name())))
        .toList();
  }

  /** The named values, those in objects by their paths. */
  private static List<Row.Value> values(ObjectNode readings) {
    List<Row.Value> values = new ArrayList<>();
    collect(values, "", readings);
    return values;
  }

  private static void collect(List<Row.Value> values, String prefix, ObjectNode object) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = prefix + field.getKey();
      if (field.getValue() instanceof ObjectNode inner) {
        collect(values, name + ".", inner);
      } else {
        JsonNode value = field.getValue();
        values.add(new Row.Value(name, value.isValueNode() ? value.asText() : value.toString()));
      }
    }
  }

  private static ObjectNode object(String content) {
    try {
      return (ObjectNode) JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Row.Picture picture(UUID fileId) {
    Attachment file = report.files().get(fileId);
    if (file == null) {
      return new Row.Picture(words.word("file.gone"), null, null, null);
    }
    byte[] preview = report.previews().get(fileId);
    return new Row.Picture(
        file.fileName(),
        words.sentence("file.size", Math.ceilDiv(file.size(), 1000)),
        file.sha256(),
        preview == null
            ? null
            : "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(preview));
  }
}
