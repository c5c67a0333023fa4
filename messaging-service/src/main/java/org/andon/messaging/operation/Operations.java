package org.andon.messaging.operation;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.andon.messaging.attachment.Attachments;
import org.andon.messaging.mention.Rosters;
import org.andon.messaging.message.History;
import org.andon.messaging.message.MessageType;
import org.andon.messaging.message.MessageWriter;
import org.andon.messaging.message.Receipt;
import org.andon.messaging.message.RoomCommand;
import org.andon.messaging.message.WriteFailure;
import org.andon.messaging.operation.Refused.Code;

/** Decides who may do what in a room, and has it done. */
@ApplicationScoped
public class Operations {
  private final MessageWriter writer;
  private final History history;
  private final Attachments attachments;
  private final Rosters rosters;
  private final ExecutorService virtualThreads;

  Operations(
      MessageWriter writer,
      History history,
      Attachments attachments,
      Rosters rosters,
      @VirtualThreads ExecutorService virtualThreads) {
    this.writer = writer;
    this.history = history;
    this.attachments = attachments;
    this.rosters = rosters;
    this.virtualThreads = virtualThreads;
  }

  /** Whether {@link #submit} asks other services or the database before it hands over. */
  public static boolean blocks(Operation operation) {
    return switch (operation) {
      case Operation.Post post -> post.fileId() != null || mayMention(post);
      case Operation.Edit edit -> true;
      case Operation.Delete delete -> false;
      case Operation.React react -> false;
      case Operation.SetMark mark -> false;
    };
  }

  private static boolean mayMention(Operation.Post post) {
    return post.messageType() != MessageType.INCIDENT_DATA
        && (post.content().indexOf('@') >= 0 || post.content().indexOf('＠') >= 0);
  }

  /** Completes once it is committed; fails with {@link Refused}. */
  public CompletionStage<Receipt> submit(Standing standing, Operation operation) {
    try {
      requireAllowed(standing, operation);
      return writer
          .submit(command(standing, operation))
          .exceptionallyCompose(
              failure -> CompletableFuture.failedStage(refused(failure, operation)));
    } catch (Refused refused) {
      return firstAnswer(standing, operation, refused.about(operation.clientMsgId()));
    } catch (WriteFailure away) {
      return CompletableFuture.failedStage(refused(away, operation));
    }
  }

  /**
   * What was done before is acknowledged again, also when it would be refused today: the room may
   * have been archived, or the sender made a viewer, since the first answer was lost.
   */
  private CompletionStage<Receipt> firstAnswer(
      Standing standing, Operation operation, Refused refused) {
    if (operation.clientMsgId() == null) {
      return CompletableFuture.failedStage(refused);
    }
    return CompletableFuture.supplyAsync(
        () ->
            history
                .receipt(standing.roomId(), standing.caller().userId(), operation.clientMsgId())
                .orElseThrow(() -> refused),
        virtualThreads);
  }

  private static Refused refused(Throwable failure, Operation operation) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof WriteFailure known
        ? Refused.of(known).about(operation.clientMsgId())
        : Refused.of(Code.UNAVAILABLE, "It could not be stored. Send it again.")
            .about(operation.clientMsgId());
  }

  private static void requireAllowed(Standing standing, Operation operation) {
    if (standing.archived()) {
      throw Refused.of(Code.ROOM_ARCHIVED, "The room is archived and read-only.");
    }
    boolean writes =
        operation instanceof Operation.Post
            || operation instanceof Operation.Edit
            || operation instanceof Operation.SetMark;
    if (writes && !standing.role().mayWrite()) {
      throw Refused.of(Code.FORBIDDEN, "A VIEWER reads only. Ask an owner for the EDITOR role.");
    }
  }

  private RoomCommand command(Standing standing, Operation operation) {
    String userId = standing.caller().userId();
    return switch (operation) {
      case Operation.Post post -> {
        requireAttachment(standing, post);
        yield new RoomCommand.Post(
            standing.roomId(),
            userId,
            standing.caller().displayName(),
            post.clientMsgId(),
            post.messageType(),
            post.content(),
            mentions(standing, post),
            post.fileId(),
            post.replyTo());
      }
      case Operation.Edit edit ->
          new RoomCommand.Edit(
              standing.roomId(),
              userId,
              edit.clientMsgId(),
              edit.messageId(),
              edit.content(),
              edit.structured(),
              rosters.of(standing.roomId(), standing.caller()));
      case Operation.Delete delete ->
          new RoomCommand.Delete(
              standing.roomId(),
              userId,
              delete.clientMsgId(),
              delete.messageId(),
              standing.role().mayModerate());
      case Operation.SetMark mark ->
          new RoomCommand.SetMark(
              standing.roomId(), userId, mark.clientMsgId(), mark.messageId(), mark.mark());
      case Operation.React react ->
          new RoomCommand.React(
              standing.roomId(),
              userId,
              react.clientMsgId(),
              react.messageId(),
              react.emoji(),
              react.present());
    };
  }

  private List<String> mentions(Standing standing, Operation.Post post) {
    return standing.caller().machine() == null && mayMention(post)
        ? rosters.of(standing.roomId(), standing.caller()).join(post.mentions(), post.content())
        : post.mentions();
  }

  private void requireAttachment(Standing standing, Operation.Post post) {
    if (post.fileId() == null) {
      return;
    }
    switch (attachments.check(standing.roomId(), post.fileId(), standing.caller())) {
      case OF_THIS_ROOM -> {}
      case NOT_OF_THIS_ROOM -> throw Refused.field("file_id", "is not a file of this room.");
      case UNKNOWN ->
          throw Refused.of(
              Code.UNAVAILABLE, "The file cannot be checked now. Send the message again.");
    }
  }
}
