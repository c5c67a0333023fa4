package org.andon.messaging.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;
import org.andon.messaging.attachment.Attachments;
import org.andon.messaging.gateway.FrameRefused.Code;
import org.andon.messaging.message.MessageWriter;
import org.andon.messaging.message.NewMessage;
import org.andon.messaging.message.Receipt;
import org.andon.messaging.message.WriteFailure;

/** Takes a client's message to the writer, and the writer's word back to the client. */
@ApplicationScoped
class Posting {
  private final MessageWriter writer;
  private final Attachments attachments;
  private final FrameCodec codec;

  Posting(MessageWriter writer, Attachments attachments, FrameCodec codec) {
    this.writer = writer;
    this.attachments = attachments;
    this.codec = codec;
  }

  /** Blocks only where the message refers to a file. */
  void post(Session session, ClientFrame.Post post) {
    try {
      requireWritable(session);
      requireAttachment(session, post);
      writer
          .post(message(session, post))
          .whenComplete((receipt, failure) -> answer(session, post, receipt, failure));
    } catch (FrameRefused refused) {
      session.send(codec.write(ServerFrame.error(refused.about(post.clientMsgId()))));
    }
  }

  private static void requireWritable(Session session) {
    if (!session.role().mayWrite()) {
      throw FrameRefused.of(
          Code.FORBIDDEN, "A VIEWER reads only. Ask an owner for the EDITOR role.");
    }
    if (session.roomArchived()) {
      throw FrameRefused.of(Code.ROOM_ARCHIVED, "The room is archived and read-only.");
    }
  }

  private void requireAttachment(Session session, ClientFrame.Post post) {
    if (post.fileId() == null) {
      return;
    }
    switch (attachments.check(session.roomId(), post.fileId(), session.caller())) {
      case OF_THIS_ROOM -> {}
      case NOT_OF_THIS_ROOM -> throw FrameRefused.field("file_id", "is not a file of this room.");
      case UNKNOWN ->
          throw FrameRefused.of(
              Code.UNAVAILABLE, "The file cannot be checked now. Send the message again.");
    }
  }

  private static NewMessage message(Session session, ClientFrame.Post post) {
    return new NewMessage(
        session.roomId(),
        session.userId(),
        session.caller().displayName(),
        post.clientMsgId(),
        post.messageType(),
        post.content(),
        post.mentions(),
        post.fileId(),
        post.replyTo());
  }

  private void answer(Session session, ClientFrame.Post post, Receipt receipt, Throwable failure) {
    ServerFrame frame =
        failure == null
            ? ServerFrame.ack(post.clientMsgId(), receipt)
            : ServerFrame.error(refused(failure).about(post.clientMsgId()));
    session.send(codec.write(frame));
  }

  private static FrameRefused refused(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof WriteFailure.Refused
        ? FrameRefused.of(Code.INVALID_FIELD, cause.getMessage())
        : FrameRefused.of(
            Code.UNAVAILABLE,
            "The message store is away. Send the message again, with the same id.");
  }
}
