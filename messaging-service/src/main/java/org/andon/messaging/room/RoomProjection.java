package org.andon.messaging.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.andon.contracts.CloudEventHeaders;
import org.andon.contracts.IncidentRoom;
import org.andon.contracts.RoomEvent;
import org.andon.messaging.room.RoomServiceClient.RoomView;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the rooms and members that this service needs, from the events of room-service. */
@ApplicationScoped
class RoomProjection {
  private final AgroalDataSource dataSource;
  private final KnownRooms known;
  private final RoomRegistry registry;
  private final RoomMeters meters;
  private final ObjectMapper json;
  private final List<RoomChangeListener> listeners;
  private final List<RoomWatcher> watchers;

  RoomProjection(
      AgroalDataSource dataSource,
      KnownRooms known,
      RoomRegistry registry,
      RoomMeters meters,
      ObjectMapper json,
      @All List<RoomChangeListener> listeners,
      @All List<RoomWatcher> watchers) {
    this.dataSource = dataSource;
    this.known = known;
    this.registry = registry;
    this.meters = meters;
    this.json = json;
    this.listeners = listeners;
    this.watchers = watchers;
  }

  /** One pod of all reads this, so that nothing is missed while pods come and go. */
  @Incoming("rooms-projection")
  @Blocking
  @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, retryOn = SQLException.class)
  void project(ConsumerRecord<String, byte[]> record) throws IOException, SQLException {
    RoomEvent event = json.readValue(record.value(), RoomEvent.class);
    apply(event.room(), RoomSnapshot.of(event));
    listeners.forEach(listener -> listener.changed(type(record), event));
  }

  private static String type(ConsumerRecord<String, byte[]> record) {
    Header type = record.headers().lastHeader(CloudEventHeaders.TYPE);
    return type == null ? null : new String(type.value(), StandardCharsets.UTF_8);
  }

  /**
   * Every pod reads this, for the sessions it holds. They are told first, whatever becomes of the
   * database, so that who was removed is out; and once it is written, for a session that opened
   * meanwhile.
   */
  @Incoming("rooms-live")
  @Blocking
  @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, retryOn = SQLException.class)
  void projectAndTell(ConsumerRecord<String, byte[]> record) throws IOException, SQLException {
    RoomEvent event = json.readValue(record.value(), RoomEvent.class);
    RoomSnapshot room = RoomSnapshot.of(event);
    registry.changed(room);
    apply(event.room(), room);
    registry.changed(room);
    meters.projected(record.timestamp());
    watchers.forEach(watcher -> watcher.changed(event));
  }

  /** A room that its owner has told us of before its event came. */
  void learn(RoomView room) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                WITH known AS (
                  INSERT INTO incident_rooms (room_id, title, status, location, fields, severity,
                    opened_at, version)
                  VALUES (?, ?, ?, ?, ?::json, ?, ?, 0)
                  ON CONFLICT DO NOTHING)
                INSERT INTO room_sequences (room_id) VALUES (?) ON CONFLICT DO NOTHING
                """)) {
      insert.setObject(1, room.roomId());
      insert.setString(2, room.title());
      insert.setString(3, room.status());
      insert.setString(4, room.location());
      insert.setString(5, written(room.fields()));
      insert.setString(6, room.severity());
      insert.setObject(7, time(room.createdAt()));
      insert.setObject(8, room.roomId());
      insert.executeUpdate();
    }
  }

  private void apply(IncidentRoom whole, RoomSnapshot room) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (upsertRoom(connection, whole, room)) {
          replaceMembers(connection, room);
        }
        connection.commit();
      } catch (Throwable e) {
        connection.rollback();
        throw e;
      }
    }
  }

  /**
   * Locks the room's row, so that two pods with the same event write one after the other. A row
   * without what its own version has is of before that was kept.
   */
  private boolean upsertRoom(Connection connection, IncidentRoom whole, RoomSnapshot room)
      throws SQLException {
    try (PreparedStatement upsert =
            connection.prepareStatement(
                """
                INSERT INTO incident_rooms AS r (room_id, title, status, version, deleted_at,
                  location, fields, template_id, severity, opened_at, open_items)
                VALUES (?, ?, ?, ?, CASE WHEN ? THEN now() END, ?, ?::json, ?, ?, ?, ?::json)
                ON CONFLICT (room_id) DO UPDATE
                SET title = excluded.title, status = excluded.status, version = excluded.version,
                    deleted_at = excluded.deleted_at, location = excluded.location,
                    fields = excluded.fields, template_id = excluded.template_id,
                    severity = excluded.severity, opened_at = excluded.opened_at,
                    open_items = excluded.open_items
                WHERE r.version < excluded.version
                   OR (r.version = excluded.version
                     AND (r.location, r.severity, r.opened_at, r.open_items::text) IS DISTINCT FROM
                       (excluded.location, excluded.severity, excluded.opened_at,
                        excluded.open_items::text))
                """);
        PreparedStatement counter =
            connection.prepareStatement(
                "INSERT INTO room_sequences (room_id) VALUES (?) ON CONFLICT DO NOTHING")) {
      upsert.setObject(1, room.roomId());
      upsert.setString(2, room.title());
      upsert.setString(3, room.status());
      upsert.setLong(4, room.version());
      upsert.setBoolean(5, room.deleted());
      upsert.setString(6, whole.location());
      upsert.setString(7, written(whole.fields()));
      upsert.setObject(8, whole.templateId());
      upsert.setString(9, whole.severity());
      upsert.setObject(10, time(whole.createdAt()));
      upsert.setString(11, written(openItems(whole)));
      boolean newer = upsert.executeUpdate() > 0;
      counter.setObject(1, room.roomId());
      counter.executeUpdate();
      return newer;
    }
  }

  private static List<IncidentRoom.ChecklistItem> openItems(IncidentRoom room) {
    return Stream.ofNullable(room.checklist())
        .flatMap(List::stream)
        .filter(item -> !item.done())
        .toList();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** Null for none: rooms that expect nothing are passed over without a look into it. */
  private String written(List<?> values) {
    try {
      return values == null || values.isEmpty() ? null : json.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void replaceMembers(Connection connection, RoomSnapshot room) throws SQLException {
    String[] users = room.members().keySet().toArray(String[]::new);
    String[] roles = room.members().values().stream().map(Role::name).toArray(String[]::new);
    try (PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM room_members WHERE room_id = ? AND user_id <> ALL (?)");
        PreparedStatement upsert =
            connection.prepareStatement(
                """
                INSERT INTO room_members (room_id, user_id, role)
                SELECT ?, m.user_id, m.role FROM unnest(?::text[], ?::text[]) AS m (user_id, role)
                ON CONFLICT (room_id, user_id) DO UPDATE SET role = excluded.role
                """)) {
      delete.setObject(1, room.roomId());
      delete.setArray(2, connection.createArrayOf("text", users));
      delete.executeUpdate();
      upsert.setObject(1, room.roomId());
      upsert.setArray(2, connection.createArrayOf("text", users));
      upsert.setArray(3, connection.createArrayOf("text", roles));
      upsert.executeUpdate();
    }
  }

  /**
   * Tells open sessions what the projection says of their rooms: an event that this pod missed,
   * while it had no Kafka, must not leave a removed member listening. Sessions pass over what they
   * know.
   */
  @Scheduled(
      every = "{andon.messaging.refresh-rooms-every}",
      skipExecutionIf = ApplicationNotRunning.class)
  @RunOnVirtualThread
  void refresh() throws SQLException {
    Set<UUID> live = registry.delivered().keySet();
    if (!live.isEmpty()) {
      known.snapshots(live).forEach(registry::changed);
    }
  }
}
