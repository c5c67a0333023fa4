package org.andon.messaging.message;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.andon.http.InvalidParameter;
import org.andon.messaging.message.History.Position;
import org.andon.messaging.query.Parameters;
import org.andon.messaging.room.Entrance;

/** A room's messages over HTTP. */
@Path("/api/rooms/{room_id}")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class MessageResource {
  private final Entrance entrance;
  private final History history;
  private final Replay replay;

  MessageResource(Entrance entrance, History history, Replay replay) {
    this.entrance = entrance;
    this.history = history;
    this.replay = replay;
  }

  @GET
  @Path("/messages")
  public HistoryPage messages(
      @PathParam("room_id") UUID roomId,
      @QueryParam("limit") @DefaultValue(Parameters.DEFAULT_LIMIT) String limit,
      @QueryParam("before") String before) {
    entrance.to(roomId);
    return history.page(
        roomId, position(before), Parameters.limit(limit), entrance.caller().userId());
  }

  @GET
  @Path("/events")
  public EventPage events(
      @PathParam("room_id") UUID roomId,
      @QueryParam("after") @DefaultValue("0") String after,
      @QueryParam("limit") @DefaultValue(Parameters.DEFAULT_LIMIT) String limit) {
    entrance.to(roomId);
    int count = Parameters.limit(limit);
    long last = history.lastSequence(roomId);
    return EventPage.of(
        replay.frames(roomId, Parameters.number("after", after), last, count), count, last);
  }

  record RevisionList(List<Revision> items) {}

  @GET
  @Path("/messages/{message_id}/revisions")
  public RevisionList revisions(
      @PathParam("room_id") UUID roomId, @PathParam("message_id") UUID messageId) {
    boolean moderator = entrance.to(roomId).role().mayModerate();
    History.Revisions revisions =
        history.revisions(roomId, messageId).orElseThrow(WriteFailure.NoSuchMessage::new);
    if (!moderator && !revisions.author().equals(entrance.caller().userId())) {
      throw new WriteFailure.NotYours("Only the author or an owner may see what it said before.");
    }
    return new RevisionList(revisions.items());
  }

  record MarkList(List<MessageView> items) {}

  @GET
  @Path("/marks")
  public MarkList marks(@PathParam("room_id") UUID roomId) {
    entrance.to(roomId);
    return new MarkList(history.marked(roomId, entrance.caller().userId()));
  }

  private static Position position(String before) {
    if (before == null) {
      return new Position.Number(Long.MAX_VALUE);
    }
    if (before.matches("\\d{1,18}")) {
      return new Position.Number(Long.parseLong(before));
    }
    try {
      return new Position.Time(Parameters.time("before", before));
    } catch (InvalidParameter e) {
      throw new InvalidParameter(
          "before", "is a sequence_number or a time like 2026-11-22T03:00:00.000Z.");
    }
  }
}
