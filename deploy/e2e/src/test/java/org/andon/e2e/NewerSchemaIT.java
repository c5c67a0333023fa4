package org.andon.e2e;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A later version has migrated the database: in an upgrade, or before a rollback. */
@ExtendWith(SharedStack.class)
class NewerSchemaIT {
  private static final String MIGRATED =
      """
      insert into flyway_schema_history
        (installed_rank, version, description, type, script, installed_by, execution_time, success)
      values (999, '999', 'of a later version', 'SQL', 'V999__of_a_later_version.sql', 'test', 1, true)
      """;

  private final Stack stack;

  NewerSchemaIT(Stack stack) {
    this.stack = stack;
  }

  @ParameterizedTest
  @CsvSource({
    "auth-service, andon_auth",
    "room-service, andon_room",
    "messaging-service, andon_messaging",
    "file-service, andon_file"
  })
  void a_pod_of_the_version_before_starts_on_it(String service, String database)
      throws SQLException {
    try (Connection connection = stack.database(database);
        Statement statement = connection.createStatement()) {
      statement.execute(MIGRATED);
      Stack.Pod pod = stack.pods(service).getLast();

      ProcessHandle.of(pod.pid()).orElseThrow().destroy();

      await("its successor").atMost(Duration.ofMinutes(2)).until(() -> isBack(service, pod));
      statement.execute("delete from flyway_schema_history where installed_rank = 999");
    }
  }

  private boolean isBack(String service, Stack.Pod former) {
    Stack.Pod pod = stack.pods(service).getLast();
    return pod.pid() != former.pid() && isReady(pod);
  }

  private static boolean isReady(Stack.Pod pod) {
    try {
      return given().get(pod.url() + "/q/health/ready").statusCode() == 200;
    } catch (Exception away) {
      return false;
    }
  }
}
