package org.andon.messaging.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.andon.contracts.MessageFrame;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.room.Frame;

/** Turns stored messages into the frames that clients and Kafka get. */
@ApplicationScoped
class MessageFrames {
  private final ObjectWriter writer;
  private final String filesUrl;

  MessageFrames(ObjectMapper json, MessagingConfig config) {
    this.writer =
        json.copy().addMixIn(MessageFrame.class, PresentTimes.class).writerFor(MessageFrame.class);
    this.filesUrl = config.publicUrl().toString().replaceAll("/+$", "") + "/api/files/";
  }

  Frame frame(Message message) {
    try {
      return new Frame(message.sequenceNumber(), writer.writeValueAsString(view(message)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  CommittedEvent posted(Message message) {
    return new CommittedEvent(
        message.body().roomId(),
        message.messageId(),
        CommittedEvent.MESSAGE_POSTED,
        message.createdAt(),
        frame(message));
  }

  MessageFrame view(Message message) {
    NewMessage body = message.body();
    return new MessageFrame(
        "message",
        body.roomId(),
        message.sequenceNumber(),
        message.messageId(),
        body.senderId(),
        body.senderName(),
        body.type().wireName(),
        content(message),
        body.mentions(),
        body.fileId(),
        fileUrl(body.fileId()),
        body.replyTo(),
        body.clientMsgId(),
        message.createdAt(),
        message.editedAt(),
        message.deletedAt());
  }

  private static Object content(Message message) {
    if (message.deletedAt() != null) {
      return null;
    }
    String content = message.body().content();
    return message.body().type() == MessageType.INCIDENT_DATA ? new RawValue(content) : content;
  }

  private String fileUrl(UUID fileId) {
    return fileId == null ? null : filesUrl + fileId + "/content";
  }

  /** On the socket and on Kafka these stand only in a message that was edited or deleted. */
  interface PresentTimes {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    Instant editedAt();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    Instant deletedAt();
  }
}
