package org.andon.messaging.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.andon.contracts.MessageDeletedFrame;
import org.andon.contracts.MessageEditedFrame;
import org.andon.contracts.MessageFrame;
import org.andon.contracts.MessageMarkedFrame;
import org.andon.contracts.OutOfBounds;
import org.andon.contracts.ReactionFrame;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.message.Change.Kind;
import org.andon.messaging.message.Journal.Written;
import org.andon.messaging.room.Frame;

/** Turns what is stored into the frames that clients and Kafka get. */
@ApplicationScoped
class EventFrames {
  private static final String SYSTEM_EVENT = "andon.system.";

  private final ObjectMapper json;
  private final String filesUrl;

  EventFrames(ObjectMapper json, MessagingConfig config) {
    this.json =
        json.copy()
            .addMixIn(MessageFrame.class, Present.class)
            .addMixIn(MessageEditedFrame.class, PresentFindings.class);
    this.filesUrl = filesUrl(config.publicUrl());
  }

  private static String filesUrl(URI publicUrl) {
    return publicUrl.toString().replaceAll("/+$", "") + "/api/files/";
  }

  CommittedEvent event(Written written) {
    return switch (written) {
      case Written.Posted(Message message) -> posted(message);
      case Written.Changed(Change change, Message target) -> changed(change, target);
    };
  }

  /** The message as it is now. */
  CommittedEvent posted(Message message) {
    if (message.type() == MessageType.SYSTEM) {
      ObjectNode frame = systemFrame(message);
      String type = SYSTEM_EVENT + frame.path("event").asText();
      return event(message, type, frame);
    }
    return event(message, "andon.message.posted", messageFrame(message));
  }

  private CommittedEvent event(Message message, String type, Object frame) {
    return new CommittedEvent(
        message.roomId(),
        message.messageId(),
        type,
        message.createdAt(),
        frame(message.sequenceNumber(), message.createdAt(), frame));
  }

  /**
   * @param target the message as it is now: the text of one that is deleted goes out no more
   */
  CommittedEvent changed(Change change, Message target) {
    return new CommittedEvent(
        change.roomId(),
        change.changeId(),
        eventType(change.kind()),
        change.createdAt(),
        frame(change.sequenceNumber(), change.createdAt(), frame(change, target)));
  }

  private static String eventType(Kind kind) {
    return switch (kind) {
      case Kind.Edited edited -> "andon.message.edited";
      case Kind.Deleted deleted -> "andon.message.deleted";
      case Kind.Marked marked -> "andon.message.marked";
      case Kind.Reacted reacted ->
          reacted.present() ? "andon.message.reaction_added" : "andon.message.reaction_removed";
      case Kind.OfLaterVersion later -> "andon.message." + later.name();
    };
  }

  private Object frame(Change change, Message target) {
    UUID roomId = change.roomId();
    long number = change.sequenceNumber();
    UUID messageId = change.messageId();
    return switch (change.kind()) {
      case Kind.Edited edited ->
          new MessageEditedFrame(
              "message_edited",
              roomId,
              number,
              messageId,
              target.deleted() ? null : content(target.type(), edited.content()),
              target.deleted() ? List.of() : edited.mentions(),
              change.createdAt(),
              change.userId(),
              target.deleted() ? null : present(edited.findings().outOfBounds()),
              target.deleted() ? null : present(edited.findings().wrongType()));
      case Kind.Deleted deleted ->
          new MessageDeletedFrame(
              "message_deleted", roomId, number, messageId, change.createdAt(), change.userId());
      case Kind.Marked marked ->
          new MessageMarkedFrame(
              "message_marked",
              roomId,
              number,
              messageId,
              Mark.name(marked.mark()),
              change.userId());
      case Kind.Reacted reacted ->
          new ReactionFrame(
              reacted.present() ? "reaction_added" : "reaction_removed",
              roomId,
              number,
              messageId,
              reacted.emoji(),
              change.userId(),
              reacted.counts());
      case Kind.OfLaterVersion later -> laterFrame(change, later);
    };
  }

  private ObjectNode laterFrame(Change change, Kind.OfLaterVersion later) {
    ObjectNode frame = json.createObjectNode();
    frame.put("type", "message_" + later.name());
    frame.put("room_id", change.roomId().toString());
    frame.put("sequence_number", change.sequenceNumber());
    frame.put("message_id", change.messageId().toString());
    if (later.frameFields() != null) {
      frame.setAll((ObjectNode) read(later.frameFields()));
    }
    return frame;
  }

  MessageFrame messageFrame(Message message) {
    return new MessageFrame(
        "message",
        message.roomId(),
        message.sequenceNumber(),
        message.messageId(),
        message.senderId(),
        message.senderName(),
        message.type().wireName(),
        message.deleted() ? null : content(message.type(), message.content()),
        message.mentions(),
        message.fileId(),
        message.fileId() == null ? null : filesUrl + message.fileId() + "/content",
        message.replyTo(),
        message.clientMsgId(),
        message.createdAt(),
        message.editedAt(),
        message.deletedAt(),
        Mark.name(message.mark()),
        present(message.findings().outOfBounds()),
        present(message.findings().wrongType()),
        Senders.isMachine(message.senderId()) ? true : null);
  }

  /** What happened, with the fields that its own content gives it. */
  ObjectNode systemFrame(Message message) {
    ObjectNode frame = json.createObjectNode();
    frame.put("type", "system");
    frame.put("room_id", message.roomId().toString());
    frame.put("sequence_number", message.sequenceNumber());
    frame.put("message_id", message.messageId().toString());
    frame.set("event", null);
    frame.put("user_id", message.senderId());
    frame.set("timestamp", json.valueToTree(message.createdAt()));
    frame.setAll((ObjectNode) read(message.content()));
    putUnlessEmpty(frame, "out_of_bounds", message.findings().outOfBounds());
    putUnlessEmpty(frame, "wrong_type", message.findings().wrongType());
    return frame;
  }

  private static void putUnlessEmpty(ObjectNode frame, String field, List<?> found) {
    if (!found.isEmpty()) {
      frame.putPOJO(field, found);
    }
  }

  private static <T> List<T> present(List<T> found) {
    return found.isEmpty() ? null : found;
  }

  private static Object content(MessageType type, String content) {
    return type == MessageType.INCIDENT_DATA ? new RawValue(content) : content;
  }

  private JsonNode read(String content) {
    try {
      return json.readTree(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** It was committed a moment after its time. */
  private Frame frame(long number, Instant time, Object frame) {
    return new Frame(number, time.toEpochMilli(), write(frame));
  }

  private byte[] write(Object frame) {
    try {
      return json.writeValueAsBytes(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * On the socket and on Kafka these stand only in a message that was edited, deleted or marked, in
   * which something was found, or which a machine has sent.
   */
  interface Present extends PresentFindings {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    Instant editedAt();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    Instant deletedAt();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    String mark();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    Boolean machine();
  }

  /** The same for an edit. */
  interface PresentFindings {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    List<OutOfBounds> outOfBounds();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    List<String> wrongType();
  }
}
