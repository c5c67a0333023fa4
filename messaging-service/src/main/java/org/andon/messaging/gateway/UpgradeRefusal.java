package org.andon.messaging.gateway;

import io.quarkus.websockets.next.HttpUpgradeCheck.CheckResult;
import java.util.List;
import java.util.Map;

/** Why somebody gets no socket, and how HTTP says so. */
enum UpgradeRefusal {
  NO_TOKEN(401, Map.of("WWW-Authenticate", List.of("Bearer"))),
  /** Answered by Quarkus itself. */
  BAD_TOKEN(401, Map.of()),
  BAD_AFTER(400, Map.of()),
  FOREIGN_ORIGIN(403, Map.of()),
  NOT_A_MEMBER(403, Map.of()),
  A_MACHINE(403, Map.of()),
  NO_SUCH_ROOM(404, Map.of()),
  TOO_MANY_SOCKETS(429, Map.of("Retry-After", List.of("2"))),
  DRAINING(503, Map.of("Retry-After", List.of("2"))),
  ROOM_UNKNOWN(503, Map.of("Retry-After", List.of("2")));

  private final int status;
  private final Map<String, List<String>> headers;

  UpgradeRefusal(int status, Map<String, List<String>> headers) {
    this.status = status;
    this.headers = headers;
  }

  CheckResult answer() {
    return CheckResult.rejectUpgradeSync(status, headers);
  }
}
