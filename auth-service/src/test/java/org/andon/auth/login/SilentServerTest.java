package org.andon.auth.login;

import static org.andon.auth.Browser.login;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.andon.auth.AuthStack;
import org.andon.auth.Browser;
import org.andon.backing.Directory;
import org.junit.jupiter.api.RepeatedTest;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
@TestProfile(SilentServerTest.SilentFirst.class)
class SilentServerTest {

  public static class SilentFirst implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("andon.directory.url", "${test.directory.silent} ${test.directory.proxy}");
    }
  }

  /** Within the directory's patience, else it would be 503. */
  @RepeatedTest(2)
  void people_sign_in_while_the_first_of_two_servers_is_silently_down() {
    var answer = login("op03", Directory.DEMO_PASSWORD);

    answer.then().statusCode(200);
    new Browser().take(answer).refresh().then().statusCode(200);
  }
}
