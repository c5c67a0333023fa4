package org.andon.launcher.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.andon.launcher.gateway.Route.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
  @ParameterizedTest
  @CsvSource({
    "/api/auth/login, AUTH",
    "/api/auth/jwks, AUTH",
    "/api/users, AUTH",
    "/api/users/li.wei@plant.example, AUTH",
    "/api/rooms, ROOM",
    "/api/rooms/7, ROOM",
    "/api/rooms/7/members/a@b, ROOM",
    "/api/rooms/7/status, ROOM",
    "/api/rooms/stats, ROOM",
    "/api/room-templates/7, ROOM",
    "/api/rooms/7/messages, MESSAGING",
    "/api/rooms/7/messages/8/revisions, MESSAGING",
    "/api/rooms/7/events, MESSAGING",
    "/api/rooms/7/incident-data/series, MESSAGING",
    "/api/rooms/7/presence, MESSAGING",
    "/api/rooms/7/marks, MESSAGING",
    "/api/rooms/7/report, MESSAGING",
    "/api/rooms/7/dossier, MESSAGING",
    "/api/dossier-keys, MESSAGING",
    "/api/handovers/7/acknowledgement, MESSAGING",
    "/api/handover-schedule, MESSAGING",
    "/api/messages/search, MESSAGING",
    "/api/me/unread, MESSAGING",
    "/api/me/notifications, ROOM",
    "/api/me/notifications/read, ROOM",
    "/api/me/notification-settings, ROOM",
    "/api/me/push-subscriptions, ROOM",
    "/api/push/key, ROOM",
    "/ws/7, MESSAGING",
    "/ws/me, MESSAGING",
    "/api/rooms/7/files, FILE",
    "/api/files/7/content, FILE",
  })
  void every_path_of_the_contract_has_its_service(String path, Target target) {
    assertThat(Route.of(path)).contains(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/rooms/7",
        "/q/health",
        "/q/metrics",
        "/api",
        "/api/",
        "/api/roomsx",
        "/internal",
        "/ws",
        "/ws/"
      })
  void nothing_else_reaches_a_service(String path) {
    assertThat(Route.of(path)).isEmpty();
  }
}
