package org.andon.messaging.incidentdata;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.andon.http.InvalidParameter;
import org.andon.messaging.incidentdata.IncidentDataQuery.Found;
import org.andon.messaging.message.History;
import org.andon.messaging.message.MessageView;
import org.andon.messaging.query.Conditions;
import org.andon.messaging.query.Cursor;
import org.andon.messaging.query.Page;
import org.andon.messaging.query.Parameters;
import org.andon.messaging.room.Callers;
import org.andon.messaging.room.Entrance;

/** A room's structured messages over HTTP. */
@Path("/api/rooms/{room_id}/incident-data")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class IncidentDataResource {
  private final Entrance entrance;
  private final SecurityIdentity identity;
  private final IncidentDataQuery messages;
  private final SeriesQuery series;
  private final History history;
  private final IncidentDataConfig config;

  IncidentDataResource(
      Entrance entrance,
      SecurityIdentity identity,
      IncidentDataQuery messages,
      SeriesQuery series,
      History history,
      IncidentDataConfig config) {
    this.entrance = entrance;
    this.identity = identity;
    this.messages = messages;
    this.series = series;
    this.history = history;
    this.config = config;
  }

  /** Newest first; {@code from} and {@code to} are about when a message was posted. */
  @GET
  public Page<MessageView> find(
      @PathParam("room_id") UUID roomId,
      @QueryParam("where") List<String> where,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("limit") @DefaultValue(Parameters.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") String cursor) {
    entrance.to(roomId);
    Conditions conditions =
        new Conditions()
            .and("room_id = ?", roomId)
            .andIfGiven("sequence_number < ?", Cursor.read(cursor, Long::valueOf))
            .andIfGiven("created_at >= ?", Parameters.time("from", from))
            .andIfGiven("created_at < ?", Parameters.time("to", to));
    comparisons(where).forEach(comparison -> comparison.addTo(conditions));
    return page(conditions, Parameters.limit(limit));
  }

  /** {@code from} and {@code to} are about when a number was measured. */
  @GET
  @Path("/series")
  public Series series(
      @PathParam("room_id") UUID roomId,
      @QueryParam("field") @DefaultValue("") String field,
      @QueryParam("bucket") @DefaultValue("") String bucket,
      @QueryParam("from") String from,
      @QueryParam("to") String to) {
    entrance.to(roomId);
    FieldPath path =
        FieldPath.of(field)
            .orElseThrow(() -> new InvalidParameter("field", "is a name like temperature."));
    Bucket width =
        Bucket.of(bucket)
            .orElseThrow(
                () ->
                    new InvalidParameter(
                        "bucket", "is a time like 10s, 5m, 1h or 1d, up to 366d."));
    return new Series(
        field,
        bucket,
        series.points(
            roomId, path, width, Parameters.time("from", from), Parameters.time("to", to)));
  }

  private List<Comparison> comparisons(List<String> where) {
    if (where.size() > config.comparisons()) {
      throw new InvalidParameter("where", "is given at most " + config.comparisons() + " times.");
    }
    return where.stream().map(IncidentDataResource::comparison).toList();
  }

  private static Comparison comparison(String text) {
    return Comparison.of(text)
        .orElseThrow(
            () ->
                new InvalidParameter(
                    "where",
                    "is a field, one of = != < <= > >= and a value, like temperature>80"
                        + " or status=\"ok\"."));
  }

  private Page<MessageView> page(Conditions conditions, int limit) {
    List<Found> found = messages.find(conditions, limit + 1);
    List<Found> shown = found.subList(0, Math.min(limit, found.size()));
    List<UUID> ids = shown.stream().map(Found::messageId).toList();
    Map<UUID, MessageView> views = history.views(ids, Callers.of(identity).userId());
    boolean more = found.size() > shown.size();
    return Page.of(
        ids.stream().map(views::get).filter(Objects::nonNull).toList(),
        limit,
        more ? Cursor.of(shown.getLast().sequenceNumber()) : null);
  }
}
