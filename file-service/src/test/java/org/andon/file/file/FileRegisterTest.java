package org.andon.file.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.as;
import static org.andon.file.testing.Uploads.upload;
import static org.andon.file.testing.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.minio.MinioClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.file.testing.DatabaseLine.Break;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.StoreContent;
import org.andon.file.testing.TestRooms;
import org.andon.file.testing.Uploads.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class FileRegisterTest {
  private static final byte[] TEXT = "text".getBytes(UTF_8);

  @Inject DataSource database;
  @Inject MinioClient store;
  FileStack stack;
  RoomServiceTwin rooms;
  private UUID room;

  @BeforeEach
  void a_room() throws SQLException {
    room = TestRooms.in(rooms);
    execute(
        """
        create function refuse() returns trigger language plpgsql as
        $$ begin raise exception 'refused by the test'; end $$
        """);
  }

  @AfterEach
  void a_database_that_takes_all() throws SQLException {
    stack.databaseLine().mend();
    execute("drop function refuse() cascade");
  }

  @Test
  void an_object_whose_row_was_refused_is_removed() throws Exception {
    execute("create trigger refused before insert on files for each row execute function refuse()");

    assertThat(upload(OWNER, room, "a.txt", TEXT).status()).isEqualTo(500);

    assertThat(objects()).isEmpty();
  }

  @Test
  void an_object_whose_commit_failed_stays_because_there_may_be_a_row() throws Exception {
    uploaded(OWNER, room, "before.txt", "another text".getBytes(UTF_8));
    execute(
        """
        create constraint trigger refused after insert on files
        deferrable initially deferred for each row execute function refuse()
        """);

    assertThat(upload(OWNER, room, "a.txt", TEXT).status()).isEqualTo(500);

    assertThat(objects()).hasSize(2);
  }

  @Test
  void a_commit_that_never_arrived_is_answered_503_and_there_is_no_file() {
    stack.databaseLine().breakIt(Break.BEFORE_COMMIT);

    Answer answer = upload(OWNER, room, "a.txt", TEXT);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("unavailable");
    list().body("items", hasSize(0));
    uploaded(OWNER, room, "again.txt", TEXT);
    list().body("items", hasSize(1));
  }

  @Test
  void a_commit_whose_answer_was_lost_is_answered_503_and_the_file_is_whole() {
    stack.databaseLine().breakIt(Break.AFTER_COMMIT);

    Answer answer = upload(OWNER, room, "a.txt", TEXT);

    assertThat(answer.status()).isEqualTo(503);
    String file = list().body("items", hasSize(1)).extract().path("items[0].file_id");
    as(OWNER).get("/api/files/{id}/content", file).then().statusCode(200).body(equalTo("text"));
  }

  @Test
  void a_database_that_is_away_is_told_and_works_again_without_a_restart() {
    stack.databaseLine().breakIt(Break.ALWAYS);
    Answer during = upload(OWNER, room, "a.txt", TEXT);
    var listed = as(OWNER).get("/api/rooms/{id}/files", room).then();
    stack.databaseLine().mend();

    assertThat(during.status()).isEqualTo(503);
    listed.statusCode(503).header("Retry-After", "2");
    uploaded(OWNER, room, "b.txt", TEXT);
    list().body("items", hasSize(1));
    assertThat(objects()).hasSize(1);
  }

  private ValidatableResponse list() {
    return as(OWNER).get("/api/rooms/{id}/files", room).then().statusCode(200);
  }

  private List<String> objects() {
    return new StoreContent(store).files(room);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
