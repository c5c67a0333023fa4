package org.andon.messaging.message;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.andon.messaging.message.History.Position;
import org.andon.messaging.room.Entrance;

/** A room's messages over HTTP. */
@Path("/api/rooms/{room_id}/messages")
@Authenticated
@RunOnVirtualThread
class MessageResource {
  private static final int MAX_LIMIT = 200;
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final Entrance entrance;
  private final History history;

  MessageResource(Entrance entrance, History history) {
    this.entrance = entrance;
    this.history = history;
  }

  @GET
  public HistoryPage messages(
      @PathParam("room_id") UUID roomId,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @QueryParam("before") String before) {
    entrance.to(roomId);
    return history.page(roomId, position(before), limit(limit));
  }

  private static int limit(String text) {
    if (text.matches("\\d{1,3}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= MAX_LIMIT) {
      return Integer.parseInt(text);
    }
    throw new InvalidParameter("limit", "is a number from 1 to " + MAX_LIMIT + ".");
  }

  private static Position position(String before) {
    if (before == null) {
      return new Position.Number(Long.MAX_VALUE);
    }
    if (before.matches("\\d{1,18}")) {
      return new Position.Number(Long.parseLong(before));
    }
    try {
      // a plus sign in a query is a blank once decoded
      Instant time = OffsetDateTime.parse(before.replace(' ', '+')).toInstant();
      if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
        throw new DateTimeException("beyond what a database holds");
      }
      return new Position.Time(time);
    } catch (DateTimeException e) {
      throw new InvalidParameter(
          "before", "is a sequence_number or a time like 2026-11-22T03:00:00.000Z.");
    }
  }
}
