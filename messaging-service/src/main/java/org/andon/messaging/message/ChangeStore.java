package org.andon.messaging.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.message.Change.Kind;

/** The SQL of what was done to messages. */
final class ChangeStore {
  private static final String EDITED = "edited";
  private static final String DELETED = "deleted";
  private static final String REACTION_ADDED = "reaction_added";
  private static final String REACTION_REMOVED = "reaction_removed";
  private static final String MARKED = "marked";

  private ChangeStore() {}

  /** A row of message_changes beyond what all kinds share. */
  private record Details(
      String kind,
      String content,
      List<String> mentions,
      String previousContent,
      List<String> previousMentions,
      String emoji,
      String reactions,
      Findings findings) {

    static Details of(Change change) {
      return switch (change.kind()) {
        case Kind.Edited e ->
            new Details(
                EDITED,
                e.content(),
                e.mentions(),
                e.previousContent(),
                e.previousMentions(),
                null,
                null,
                e.findings());
        // A mark stands where a text does: it is what the message has been given, and had before.
        case Kind.Marked m ->
            new Details(
                MARKED,
                Mark.name(m.mark()),
                null,
                Mark.name(m.previous()),
                null,
                null,
                null,
                Findings.NONE);
        case Kind.Deleted d ->
            new Details(
                DELETED,
                null,
                null,
                d.previousContent(),
                d.previousMentions(),
                null,
                null,
                Findings.NONE);
        case Kind.Reacted r ->
            new Details(
                r.present() ? REACTION_ADDED : REACTION_REMOVED,
                null,
                null,
                null,
                null,
                r.emoji(),
                ReactionCounts.write(r.counts()),
                Findings.NONE);
        case Kind.OfLaterVersion l ->
            throw new IllegalArgumentException("not done by this version: " + l.name());
      };
    }
  }

  static void insert(Connection connection, List<Change> changes) throws SQLException {
    List<Details> details = changes.stream().map(Details::of).toList();
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO message_changes (change_id, room_id, sequence_number, message_id, user_id,
              client_msg_id, created_at, kind, content, mentions, previous_content, previous_mentions,
              emoji, reactions, findings)
            SELECT c.change_id, c.room_id, c.sequence_number, c.message_id, c.user_id,
              c.client_msg_id, c.created_at, c.kind, c.content, c.mentions::text[], c.previous_content,
              c.previous_mentions::text[], c.emoji, c.reactions, c.findings
            FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::uuid[],
                ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[])
              AS c (change_id, room_id, sequence_number, message_id, user_id, client_msg_id,
                created_at, kind, content, mentions, previous_content, previous_mentions, emoji,
                reactions, findings)
            """)) {
      insert.setArray(1, Columns.of(connection, "uuid", changes, Change::changeId));
      insert.setArray(2, Columns.of(connection, "uuid", changes, Change::roomId));
      insert.setArray(3, Columns.of(connection, "bigint", changes, Change::sequenceNumber));
      insert.setArray(4, Columns.of(connection, "uuid", changes, Change::messageId));
      insert.setArray(5, Columns.of(connection, "text", changes, Change::userId));
      insert.setArray(6, Columns.of(connection, "uuid", changes, Change::clientMsgId));
      insert.setArray(7, Columns.of(connection, "timestamptz", changes, Change::createdAt));
      insert.setArray(8, Columns.of(connection, "text", details, Details::kind));
      insert.setArray(9, Columns.of(connection, "text", details, Details::content));
      insert.setArray(
          10, Columns.of(connection, "text", details, d -> Columns.literal(d.mentions())));
      insert.setArray(11, Columns.of(connection, "text", details, Details::previousContent));
      insert.setArray(
          12, Columns.of(connection, "text", details, d -> Columns.literal(d.previousMentions())));
      insert.setArray(13, Columns.of(connection, "text", details, Details::emoji));
      insert.setArray(14, Columns.of(connection, "text", details, Details::reactions));
      insert.setArray(
          15, Columns.of(connection, "text", details, d -> Findings.write(d.findings())));
      insert.executeUpdate();
    }
  }

  /** Ascending, by the index message_changes_number; those that changed nothing have no number. */
  static List<Change> range(Connection connection, UUID roomId, long after, long upTo, int limit)
      throws SQLException {
    return select(
        connection,
        "room_id = ? AND sequence_number > ? AND sequence_number <= ? ORDER BY sequence_number"
            + " LIMIT ?",
        roomId,
        after,
        upTo,
        limit);
  }

  /** What became of messages' texts, oldest first, by the index message_changes_message. */
  static List<Change> revisions(Connection connection, Collection<UUID> messageIds)
      throws SQLException {
    return select(
        connection,
        "message_id = ANY (?) AND kind IN ('edited', 'deleted') AND sequence_number IS NOT NULL"
            + " ORDER BY sequence_number",
        Columns.of(connection, "uuid", messageIds));
  }

  private static List<Change> select(Connection connection, String where, Object... parameters)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM message_changes WHERE " + where)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      List<Change> changes = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          changes.add(change(row));
        }
      }
      return changes;
    }
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        Columns.uuid(row, "change_id"),
        Columns.uuid(row, "room_id"),
        row.getObject("sequence_number", Long.class),
        Columns.uuid(row, "message_id"),
        row.getString("user_id"),
        Columns.uuid(row, "client_msg_id"),
        Columns.instant(row, "created_at"),
        kind(row));
  }

  private static Kind kind(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return switch (kind) {
      case EDITED ->
          new Kind.Edited(
              row.getString("content"),
              Columns.strings(row, "mentions"),
              row.getString("previous_content"),
              Columns.strings(row, "previous_mentions"),
              Findings.read(row.getString("findings")));
      case DELETED ->
          new Kind.Deleted(
              row.getString("previous_content"), Columns.strings(row, "previous_mentions"));
      case MARKED ->
          new Kind.Marked(
              Mark.stored(row.getString("content")),
              Mark.stored(row.getString("previous_content")));
      case REACTION_ADDED, REACTION_REMOVED ->
          new Kind.Reacted(
              row.getString("emoji"),
              kind.equals(REACTION_ADDED),
              ReactionCounts.read(row.getString("reactions")));
      default -> new Kind.OfLaterVersion(kind, row.getString("frame_fields"));
    };
  }
}
