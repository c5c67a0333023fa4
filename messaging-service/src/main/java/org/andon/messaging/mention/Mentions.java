package org.andon.messaging.mention;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.message.History;
import org.andon.messaging.message.MessageView;
import org.andon.messaging.query.Page;

/** Finds the messages that mention somebody. */
@ApplicationScoped
class Mentions {
  private final AgroalDataSource dataSource;
  private final History history;

  Mentions(AgroalDataSource dataSource, History history) {
    this.dataSource = dataSource;
    this.history = history;
  }

  private record Found(MentionCursor place, String roomTitle) {}

  /** Newest first, in rooms the user is a member of. */
  Page<MentionView> of(String userId, MentionCursor after, int limit) throws SQLException {
    List<Found> found = find(userId, after, limit + 1);
    List<Found> shown = found.subList(0, Math.min(limit, found.size()));
    String next = found.size() > limit ? shown.getLast().place().text() : null;
    return Page.of(views(shown, userId), limit, next);
  }

  private List<MentionView> views(List<Found> shown, String userId) {
    List<UUID> ids = shown.stream().map(found -> found.place().messageId()).toList();
    Map<UUID, MessageView> messages = history.views(ids, userId);
    List<MentionView> views = new ArrayList<>();
    for (Found found : shown) {
      // One that was deleted since it was found is left out.
      if (messages.get(found.place().messageId()) instanceof MessageView.Said said
          && said.message().deletedAt() == null) {
        views.add(new MentionView(said, found.roomTitle()));
      }
    }
    return views;
  }

  /** By the index message_mentions_newest, backwards. */
  private List<Found> find(String userId, MentionCursor after, int limit) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT x.created_at, x.message_id, r.title
                FROM message_mentions x
                JOIN room_members m ON m.room_id = x.room_id AND m.user_id = x.user_id
                JOIN incident_rooms r ON r.room_id = x.room_id AND r.deleted_at IS NULL
                WHERE x.user_id = ? AND (x.created_at, x.message_id) < (?, ?)
                ORDER BY x.created_at DESC, x.message_id DESC LIMIT ?
                """)) {
      select.setString(1, userId);
      select.setTimestamp(2, Timestamp.from(after.createdAt()));
      select.setObject(3, after.messageId());
      select.setInt(4, limit);
      List<Found> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          MentionCursor place =
              new MentionCursor(row.getTimestamp(1).toInstant(), row.getObject(2, UUID.class));
          found.add(new Found(place, row.getString(3)));
        }
      }
      return found;
    }
  }
}
