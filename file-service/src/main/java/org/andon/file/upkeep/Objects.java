package org.andon.file.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.file.sql.SqlFailure;
import org.andon.file.storage.ObjectRef;

/** What the database says of objects. */
@ApplicationScoped
class Objects {
  private static final String KNOWN = "select object_id from objects where object_id = any (?)";

  // By the index objects_by_key.
  private static final String STORED_BETWEEN =
      """
      select room_id, object_id from objects
      where (room_id, object_id) > (?, ?) and (room_id, object_id) <= (?, ?) and stored_at < ?
        and object_id <> all (?)
      order by room_id, object_id limit ?
      """;

  // By the partial index objects_let_go, and files_by_object for each: other files may have it.
  static final String UNNEEDED =
      """
      select o.room_id, o.object_id from objects o
      where o.let_go and not exists (select from files f where f.object_id = o.object_id) limit ?
      """;

  private static final String LOCK = "select from objects where object_id = ? for update";
  private static final String DELETE =
      """
      delete from objects o
      where object_id = ? and not exists (select from files f where f.object_id = o.object_id)
      """;

  private final DataSource database;

  Objects(DataSource database) {
    this.database = database;
  }

  Set<UUID> known(Collection<UUID> objectIds) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(KNOWN)) {
      select.setArray(1, connection.createArrayOf("uuid", objectIds.toArray()));
      Set<UUID> known = new HashSet<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.add(rows.getObject(1, UUID.class));
        }
      }
      return known;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Those in the order of keys behind one up to another that should be in the store, but some. */
  List<ObjectRef> storedBetween(
      ObjectRef after, ObjectRef last, Instant before, Collection<UUID> but, int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(STORED_BETWEEN)) {
      select.setObject(1, after.roomId());
      select.setObject(2, after.objectId());
      select.setObject(3, last.roomId());
      select.setObject(4, last.objectId());
      select.setObject(5, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
      select.setArray(6, connection.createArrayOf("uuid", but.toArray()));
      select.setInt(7, limit);
      return refs(select);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Those no file has any more. */
  List<ObjectRef> unneeded(int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(UNNEEDED)) {
      select.setInt(1, limit);
      return refs(select);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Until the transaction ends, nobody claims it; false if there is no such row. */
  @Transactional(TxType.MANDATORY)
  boolean lock(ObjectRef object) {
    try (Connection connection = database.getConnection();
        PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setObject(1, object.objectId());
      try (ResultSet row = lock.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** Whether it was still there and still unneeded: an upload of the same bytes may claim it. */
  @Transactional
  public boolean forget(ObjectRef object) {
    // First the lock, then a statement of its own, which sees what the lock has waited for.
    lock(object);
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.setObject(1, object.objectId());
      return delete.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static List<ObjectRef> refs(PreparedStatement select) throws SQLException {
    List<ObjectRef> refs = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        refs.add(new ObjectRef(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
      }
    }
    return refs;
  }
}
