package org.andon.file.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.file.sql.SqlFailure;

/** What a room may hold, and a person upload in a day. Sums are kept, so a check reads one row. */
@ApplicationScoped
class Quota {
  // The row's lock makes uploads at the same moment add up; no row is changed where too much came.
  private static final String CHARGE_ROOM =
      """
      insert into room_usage as usage (room_id, bytes, files) values (?, ?, 1)
      on conflict (room_id) do update
      set bytes = usage.bytes + excluded.bytes, files = usage.files + 1
      where usage.bytes + excluded.bytes <= ?
      """;
  private static final String CHARGE_USER =
      """
      insert into user_usage as usage (user_id, day, bytes) values (?, ?, ?)
      on conflict (user_id, day) do update set bytes = usage.bytes + excluded.bytes
      where usage.bytes + excluded.bytes <= ?
      """;
  private static final String RELEASE_ROOM =
      "update room_usage set bytes = bytes - ?, files = files - 1 where room_id = ?";
  private static final String USED =
      """
      select coalesce((select bytes from room_usage where room_id = ?), 0),
             coalesce((select bytes from user_usage where user_id = ? and day = ?), 0)
      """;

  private final DataSource database;
  private final FileLimits limits;
  private final Clock clock = Clock.systemUTC();

  Quota(DataSource database, FileLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  /** Before a byte was read: whether there is anything left to fill. */
  void requireSome(UUID roomId, String userId) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(USED)) {
      select.setObject(1, roomId);
      select.setString(2, userId);
      select.setObject(3, LocalDate.now(clock));
      try (ResultSet used = select.executeQuery()) {
        used.next();
        if (used.getLong(1) >= roomQuota()) {
          throw roomFull();
        }
        if (used.getLong(2) >= userQuota()) {
          throw dayUsedUp();
        }
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Counts a new file in, unless it is too much. */
  @Transactional(TxType.MANDATORY)
  void charge(StoredFile file) {
    if (!charged(CHARGE_ROOM, roomQuota(), file.size, file.roomId, file.size)) {
      throw roomFull();
    }
    if (!charged(
        CHARGE_USER, userQuota(), file.size, file.uploadedBy, LocalDate.now(clock), file.size)) {
      throw dayUsedUp();
    }
  }

  /** Counts a deleted file out of its room; the day's sum stays. */
  @Transactional(TxType.MANDATORY)
  void release(StoredFile file) {
    update(RELEASE_ROOM, file.size, file.roomId);
  }

  private boolean charged(String sql, long quota, long size, Object... row) {
    Object[] values = java.util.Arrays.copyOf(row, row.length + 1);
    values[row.length] = quota;
    return size <= quota && update(sql, values) == 1;
  }

  private int update(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private long roomQuota() {
    return limits.roomQuota().asLongValue();
  }

  private long userQuota() {
    return limits.userDailyQuota().asLongValue();
  }

  private FileException roomFull() {
    return new FileException.RoomFull(roomQuota());
  }

  private FileException dayUsedUp() {
    LocalDateTime now = LocalDateTime.now(clock);
    return new FileException.DayUsedUp(
        userQuota(), Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay()));
  }
}
