package org.andon.launcher.gateway;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which service answers which path: the first route that matches counts. */
enum Route {
  SOCKETS(Target.MESSAGING, "/ws/[^/]+"),
  MESSAGES(
      Target.MESSAGING,
      "/api/rooms/[^/]+/(messages|events|incident-data|presence|report|dossier)(/.*)?"),
  MESSAGE_SEARCH(Target.MESSAGING, "/api/(messages|me|incident-data)(/.*)?"),
  ROOM_FILES(Target.FILE, "/api/rooms/[^/]+/files(/.*)?"),
  FILES(Target.FILE, "/api/files(/.*)?"),
  ROOMS(Target.ROOM, "/api/(rooms|room-templates)(/.*)?"),
  AUTH(Target.AUTH, "/api/(auth|users)(/.*)?");

  enum Target {
    AUTH,
    ROOM,
    MESSAGING,
    FILE
  }

  private final Target target;
  private final Pattern path;

  Route(Target target, String path) {
    this.target = target;
    this.path = Pattern.compile(path);
  }

  boolean matches(String requested) {
    return path.matcher(requested).matches();
  }

  static Optional<Target> of(String path) {
    return Stream.of(values())
        .filter(route -> route.matches(path))
        .map(route -> route.target)
        .findFirst();
  }
}
