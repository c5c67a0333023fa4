package org.andon.messaging.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.handover.HandoverView.Acknowledgement;
import org.andon.messaging.query.Conditions;
import org.andon.messaging.query.Page;
import org.andon.messaging.room.Caller;

/**
 * The SQL that reads handovers: of each what the reader may know, so that one of no rooms is none.
 */
@ApplicationScoped
class HandoverSearch {
  /** By handovers_newest, or for a member of few rooms by handover_rooms_room. */
  private static final String SELECT =
      """
      SELECT h.*, v.rooms, v.messages, v.open_actions, v.out_of_bounds
      FROM handovers h
      CROSS JOIN LATERAL (
        SELECT count(*) AS rooms, sum(d.messages) AS messages, sum(d.open_actions) AS open_actions,
          sum(d.out_of_bounds) AS out_of_bounds
        FROM handover_rooms d JOIN incident_rooms r USING (room_id)
        WHERE d.handover_id = h.handover_id AND %s) v
      WHERE v.rooms > 0 AND %s
      ORDER BY h.made_at DESC, h.handover_id DESC LIMIT ?
      """;

  /**
   * What is asked for; null asks for nothing.
   *
   * @param location what it has in it somewhere, as in the list of rooms
   * @param from made then or later; {@code to}: before
   * @param after the last of the page before
   */
  record Question(
      String location,
      Instant from,
      Instant to,
      Boolean overdue,
      Boolean acknowledged,
      HandoverCursor after) {}

  /** Of rooms {@code r} those that the caller may know of. */
  static Conditions rooms(Caller caller) {
    Conditions rooms = new Conditions().and("r.deleted_at IS NULL");
    return caller.admin()
        ? rooms
        : rooms.and(
            "EXISTS (SELECT FROM room_members m WHERE m.room_id = r.room_id AND m.user_id = ?)",
            caller.userId());
  }

  private static Conditions handovers(Question question, Caller caller, Instant now) {
    Conditions conditions =
        new Conditions()
            .andIfGiven(
                "strpos(lower(normalize(h.location, nfkc)), lower(normalize(?, nfkc))) > 0",
                question.location())
            .andIfGiven("h.made_at >= ?", question.from())
            .andIfGiven("h.made_at < ?", question.to());
    if (!caller.admin()) {
      conditions.and(
          """
          h.handover_id IN (SELECT d.handover_id FROM room_members JOIN handover_rooms d USING (room_id)
            WHERE user_id = ?)
          """,
          caller.userId());
    }
    if (question.acknowledged() != null) {
      conditions.and("h.acknowledged_at IS " + (question.acknowledged() ? "NOT NULL" : "NULL"));
    }
    if (question.overdue() != null) {
      conditions.and("(h.acknowledged_at IS NULL AND h.due_at < ?) = ?", now, question.overdue());
    }
    if (question.after() != null) {
      conditions.and(
          "(h.made_at, h.handover_id) < (?, ?)",
          question.after().madeAt(),
          question.after().handoverId());
    }
    return conditions;
  }

  /** Newest first. */
  Page<HandoverView> find(Connection connection, Question question, Caller caller, int limit)
      throws SQLException {
    Instant now = Instant.now();
    List<HandoverView> found =
        select(connection, handovers(question, caller, now), caller, limit + 1, now);
    if (found.size() <= limit) {
      return Page.of(found, limit, null);
    }
    HandoverView last = found.get(limit - 1);
    return Page.of(
        List.copyOf(found.subList(0, limit)),
        limit,
        new HandoverCursor(last.madeAt(), last.handoverId()).encoded());
  }

  HandoverView one(Connection connection, UUID handoverId, Caller caller) throws SQLException {
    Conditions conditions = new Conditions().and("h.handover_id = ?", handoverId);
    List<HandoverView> found = select(connection, conditions, caller, 1, Instant.now());
    if (found.isEmpty()) {
      throw new HandoverRefused.NoSuchHandover();
    }
    return found.getFirst();
  }

  private static List<HandoverView> select(
      Connection connection, Conditions conditions, Caller caller, int limit, Instant now)
      throws SQLException {
    Conditions rooms = rooms(caller);
    List<HandoverView> found = new ArrayList<>();
    Map<UUID, List<Acknowledgement>> acknowledgements = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(SELECT.formatted(rooms.sql(), conditions.sql()))) {
      select.setInt(conditions.bind(select, rooms.bind(select, 1)), limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          UUID id = row.getObject("handover_id", UUID.class);
          acknowledgements.put(id, new ArrayList<>());
          found.add(view(row, id, acknowledgements.get(id), now));
        }
      }
    }
    acknowledged(connection, acknowledgements);
    return found;
  }

  private static HandoverView view(
      ResultSet row, UUID id, List<Acknowledgement> acknowledgements, Instant now)
      throws SQLException {
    Instant dueAt = instant(row, "due_at");
    return new HandoverView(
        id,
        row.getString("location"),
        row.getString("shift"),
        instant(row, "shift_change_at"),
        instant(row, "since"),
        instant(row, "made_at"),
        row.getString("made_by"),
        row.getString("made_by_name"),
        row.getString("note"),
        dueAt,
        row.getTimestamp("acknowledged_at") == null && dueAt.isBefore(now),
        acknowledgements,
        row.getInt("rooms"),
        row.getLong("messages"),
        row.getLong("open_actions"),
        row.getLong("out_of_bounds"),
        row.getInt("rooms_left_out"));
  }

  /** Adds to each list those of its handover, the first one first. */
  private static void acknowledged(
      Connection connection, Map<UUID, List<Acknowledgement>> byHandover) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT a.*, a.acknowledged_at > h.due_at AS late
            FROM handover_acknowledgements a JOIN handovers h USING (handover_id)
            WHERE handover_id = ANY (?) ORDER BY a.acknowledged_at, a.user_id
            """)) {
      select.setArray(1, connection.createArrayOf("uuid", byHandover.keySet().toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          byHandover
              .get(row.getObject("handover_id", UUID.class))
              .add(
                  new Acknowledgement(
                      row.getString("user_id"),
                      row.getString("name"),
                      instant(row, "acknowledged_at"),
                      row.getBoolean("late")));
        }
      }
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
