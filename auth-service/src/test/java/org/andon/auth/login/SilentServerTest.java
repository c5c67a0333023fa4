package org.andon.auth.login;

import static org.andon.auth.Browser.login;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.andon.auth.Browser;
import org.andon.auth.SilentFirstStack;
import org.andon.backing.Directory;
import org.junit.jupiter.api.RepeatedTest;

@QuarkusTest
@QuarkusTestResource(SilentFirstStack.class)
class SilentServerTest {

  private static final long PROMISED_MILLIS = 5000;

  @RepeatedTest(2)
  void people_sign_in_while_the_first_of_two_servers_is_silently_down() {
    long start = System.nanoTime();

    var answer = login("op03", Directory.DEMO_PASSWORD);

    answer.then().statusCode(200);
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(PROMISED_MILLIS);
    new Browser().take(answer).refresh().then().statusCode(200);
  }
}
