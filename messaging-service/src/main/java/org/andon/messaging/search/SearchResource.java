package org.andon.messaging.search;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.andon.http.InvalidParameter;
import org.andon.messaging.message.MessageType;
import org.andon.messaging.query.Cursor;
import org.andon.messaging.query.Page;
import org.andon.messaging.query.Parameters;
import org.andon.messaging.room.Callers;
import org.andon.messaging.room.Entrance;

/** Searching in the caller's rooms. */
@Path("/api/messages/search")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class SearchResource {
  private final SearchService search;
  private final Memberships memberships;
  private final Entrance entrance;
  private final SecurityIdentity identity;
  private final SearchConfig config;

  SearchResource(
      SearchService search,
      Memberships memberships,
      Entrance entrance,
      SecurityIdentity identity,
      SearchConfig config) {
    this.search = search;
    this.memberships = memberships;
    this.entrance = entrance;
    this.identity = identity;
    this.config = config;
  }

  @GET
  public Page<SearchHit> find(
      @QueryParam("q") String q,
      @QueryParam("room_id") String roomId,
      @QueryParam("sender_id") String senderId,
      @QueryParam("type") String type,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("limit") @DefaultValue(Parameters.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") String cursor) {
    String caller = Callers.of(identity).userId();
    Query query = query(q);
    return search.find(
        new Search(
            query,
            rooms(roomId, caller),
            senderId,
            type(type),
            Parameters.time("from", from),
            Parameters.time("to", to),
            Cursor.read(cursor, UUID::fromString),
            Parameters.limit(limit)),
        caller);
  }

  private Query query(String text) {
    if (text == null || text.codePointCount(0, text.length()) > config.queryLength()) {
      throw new InvalidParameter("q", "has 1 to " + config.queryLength() + " characters.");
    }
    Query query =
        Query.of(text).orElseThrow(() -> new InvalidParameter("q", "has no word to look for."));
    if (query.phrases().size() > config.queryWords()) {
      throw new InvalidParameter("q", "has at most " + config.queryWords() + " words.");
    }
    return query;
  }

  private List<UUID> rooms(String roomId, String caller) {
    if (roomId == null) {
      return memberships.of(caller);
    }
    UUID room;
    try {
      room = UUID.fromString(roomId);
    } catch (IllegalArgumentException e) {
      throw new InvalidParameter("room_id", "is a room's id.");
    }
    entrance.to(room);
    return List.of(room);
  }

  private static MessageType type(String name) {
    if (name == null) {
      return null;
    }
    return MessageType.of(name)
        .filter(type -> type != MessageType.SYSTEM)
        .orElseThrow(
            () -> new InvalidParameter("type", "is text, image_ref, file_ref or incident_data."));
  }
}
