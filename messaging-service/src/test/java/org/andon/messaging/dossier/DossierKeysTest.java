package org.andon.messaging.dossier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.andon.messaging.support.Backing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The keys that seal dossiers. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class DossierKeysTest extends DossierFixture {
  @Inject AgroalDataSource database;

  @AfterEach
  void aFreshKey() throws SQLException {
    execute("UPDATE dossier_keys SET encrypted_key = NULL");
  }

  @Test
  void after_a_year_another_key_seals_and_the_old_one_stays_published() throws Exception {
    Path before = saved("before.zip");
    List<String> known = published();

    execute("UPDATE dossier_keys SET made_at = made_at - interval '366 days'");
    Path after = saved("after.zip");

    assertThat(published()).hasSize(known.size() + 1).containsAll(known);
    assertThat(check(before, publishedKeys()).exitCode()).isZero();
    assertThat(check(after, publishedKeys()).exitCode()).isZero();
    assertThat(count("SELECT count(*) FROM dossier_keys WHERE encrypted_key IS NOT NULL"))
        .isEqualTo(1);
  }

  @Test
  void without_keys_it_is_consistent_and_its_key_has_to_be_compared() throws IOException {
    Checked checked = check(saved("dossier.zip"));

    assertThat(checked.exitCode()).isEqualTo(2);
    assertThat(checked.said()).contains("CONSISTENT", published().getLast(), "Compare it");
  }

  @Test
  void whoever_writes_the_database_cannot_give_us_a_key() throws SQLException {
    dossier(WEI).then().statusCode(200);

    execute("UPDATE dossier_keys SET encrypted_key = '\\x00' WHERE encrypted_key IS NOT NULL");

    dossier(WEI).then().statusCode(500);
  }

  @Test
  void whoever_reads_the_keys_needs_no_token_and_gets_no_secret() {
    String keys = given().get("/api/dossier-keys").then().statusCode(200).extract().asString();

    assertThat(keys).contains("\"OKP\"", "\"Ed25519\"").doesNotContain("\"d\"");
  }

  private static List<String> published() {
    return given().get("/api/dossier-keys").then().extract().path("keys.kid");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int count(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
