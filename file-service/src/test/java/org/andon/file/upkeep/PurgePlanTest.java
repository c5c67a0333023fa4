package org.andon.file.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.andon.file.testing.FileStack;
import org.junit.jupiter.api.Test;

/** In a transaction that is taken back: other tests have few objects. */
@QuarkusTest
@QuarkusTestResource(FileStack.class)
class PurgePlanTest {
  private static final String MANY =
      """
      insert into known_rooms (room_id, version, archived, deleted, deleted_at, emptied)
      select gen_random_uuid(), 1, false, n % 2 = 0, now() - interval '90 days', n > 40
      from generate_series(1, 4000) n;
      insert into objects (object_id, room_id, sha256, size, stored_at, let_go)
      select gen_random_uuid(), room_id, n, 1, now(), n = 1 and deleted and not emptied
      from known_rooms, generate_series(1, 10) n;
      insert into files (file_id, room_id, file_name, content_type, kind, size, sha256, uploaded_by,
                         uploaded_at, object_id, published_at, deleted_at)
      select gen_random_uuid(), room_id, 'a.txt', 'text/plain', 'TEXT', 1, sha256, 'chen.mei', now(),
             object_id, now(), case when sha256 = '2' then now() - interval '90 days' end
      from objects where not let_go and length(sha256) < 3;
      insert into room_usage select room_id, 10, 10 from known_rooms
      on conflict do nothing;
      analyze known_rooms, objects, files, room_usage
      """;

  @Inject DataSource database;

  @Test
  void a_purge_looks_at_no_more_than_what_may_go() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement insert = connection.createStatement()) {
        // One by one, since an answer must come within the socket's time.
        for (String statement : MANY.split(";")) {
          insert.execute(statement);
        }
      }

      String unneeded = plan(connection, Objects.UNNEEDED, 200);
      String letGo = plan(connection, FilesGone.LET_GO, OffsetDateTime.now().minusDays(30));
      String rooms =
          plan(connection, FilesGone.OF_DELETED_ROOMS, OffsetDateTime.now().minusDays(30));

      connection.rollback();
      assertThat(unneeded).contains("objects_let_go", "files_by_object");
      assertThat(letGo).contains("files_to_purge");
      assertThat(rooms).contains("known_rooms_to_empty").doesNotContain("Seq Scan on files");
    }
  }

  private static String plan(Connection connection, String sql, Object value) throws SQLException {
    try (PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
      explain.setObject(1, value);
      StringBuilder plan = new StringBuilder();
      try (ResultSet lines = explain.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }
}
