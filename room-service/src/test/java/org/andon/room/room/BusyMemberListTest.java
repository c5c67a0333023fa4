package org.andon.room.room;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.andon.room.testing.RoomStack;

/** All that is true of the lists of most people, for those who are in very many rooms. */
@QuarkusTest
@QuarkusTestResource(RoomStack.class)
@TestProfile(BusyMemberListTest.EveryoneIsBusy.class)
class BusyMemberListTest extends RoomPagingTest {

  public static class EveryoneIsBusy implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("andon.room.look-up-memberships", "0");
    }
  }
}
