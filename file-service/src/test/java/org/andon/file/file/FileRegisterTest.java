package org.andon.file.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.Uploads.upload;
import static org.andon.file.testing.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.TestRooms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class FileRegisterTest {
  private static final byte[] TEXT = "text".getBytes(UTF_8);

  @Inject DataSource database;
  @Inject MinioClient store;
  RoomServiceTwin rooms;
  private UUID room;

  @BeforeEach
  void a_database_that_refuses() throws SQLException {
    room = TestRooms.in(rooms);
    execute(
        """
        create function refuse() returns trigger language plpgsql as
        $$ begin raise exception 'refused by the test'; end $$
        """);
  }

  @AfterEach
  void a_database_that_takes_all() throws SQLException {
    execute("drop function refuse() cascade");
  }

  @Test
  void an_object_whose_row_was_refused_is_removed() throws Exception {
    execute("create trigger refused before insert on files for each row execute function refuse()");

    assertThat(upload(OWNER, room, "a.txt", TEXT).status()).isEqualTo(500);

    assertThat(objects()).isZero();
  }

  @Test
  void an_object_whose_commit_failed_stays_because_there_may_be_a_row() throws Exception {
    uploaded(OWNER, room, "before.txt", TEXT);
    execute(
        """
        create constraint trigger refused after insert on files
        deferrable initially deferred for each row execute function refuse()
        """);

    assertThat(upload(OWNER, room, "a.txt", TEXT).status()).isEqualTo(500);

    assertThat(objects()).isEqualTo(2);
  }

  private long objects() throws Exception {
    long count = 0;
    for (var found :
        store.listObjects(
            ListObjectsArgs.builder()
                .bucket("andon-files")
                .prefix("rooms/" + room + "/")
                .recursive(true)
                .build())) {
      assertThat(found.get().size()).isEqualTo(TEXT.length);
      count++;
    }
    return count;
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
