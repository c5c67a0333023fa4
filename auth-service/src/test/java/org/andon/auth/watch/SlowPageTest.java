package org.andon.auth.watch;

import static org.andon.auth.Browser.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.stream.IntStream;
import org.andon.auth.AuthStack;
import org.andon.auth.Browser;
import org.andon.auth.DirectoryProxy;
import org.andon.auth.ThroughProxy;
import org.andon.backing.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
@TestProfile(ThroughProxy.class)
class SlowPageTest {

  private static final Duration A_FEW_HALVINGS = Duration.ofSeconds(15);

  Directory directory;
  DirectoryProxy proxy;

  @AfterEach
  void allIsWellAgain() {
    proxy.refuseNothing();
    directory.enable("op42@plant.example");
  }

  @Test
  void a_directory_that_cannot_answer_for_many_at_once_is_asked_for_fewer() {
    var browsers = IntStream.rangeClosed(40, 47).mapToObj(i -> signedInAs("op" + i)).toList();
    proxy.refuseSearches(filter -> filter.split("\\(mail=", -1).length > 3);

    directory.disable("op42@plant.example");

    await().atMost(A_FEW_HALVINGS).until(() -> isOut(browsers.get(2)));
    assertThat(browsers.stream().filter(SlowPageTest::isOut)).hasSize(1);
  }

  @Test
  void how_far_behind_it_is_can_be_seen() {
    var _ = signedInAs("op48");

    assertThat(RestAssured.given().get("/q/metrics").asString())
        .contains("andon_account_watch_oldest_seconds");
  }

  private static boolean isOut(Browser browser) {
    return browser.request().get("/api/auth/me").statusCode() == 401;
  }
}
