package org.andon.launcher.gateway;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which service answers which path: the first route that matches counts. The one table: k8s and
 * deploy/web are compared with it.
 */
public enum Route {
  SOCKETS(Target.MESSAGING, "/ws/[^/]+"),
  MESSAGES(
      Target.MESSAGING,
      "/api/rooms/[^/]+/(messages|events|incident-data|presence|marks|report)(/.*)?"),
  NOTIFICATIONS(
      Target.ROOM, "/api/me/(notifications|notification-settings|push-subscriptions)(/.*)?"),
  RECORDS(Target.MESSAGING, "/api/(handovers|handover-schedule|dossier-keys)(/.*)?"),
  MESSAGE_SEARCH(Target.MESSAGING, "/api/(messages|me|incident-data)(/.*)?"),
  DOSSIER(Target.MESSAGING, "/api/rooms/[^/]+/dossier(/.*)?"),
  ROOM_FILES(Target.FILE, "/api/rooms/[^/]+/files(/.*)?"),
  ROOM_TEMPLATES(Target.ROOM, "/api/room-templates(/.*)?"),
  AUTH(Target.AUTH, "/api/(auth|users)(/.*)?"),
  FILES(Target.FILE, "/api/files(/.*)?"),
  ROOMS(Target.ROOM, "/api/rooms(/.*)?"),
  PUSH(Target.ROOM, "/api/push(/.*)?");

  public enum Target {
    AUTH,
    ROOM,
    MESSAGING,
    FILE;

    /** As the service is called everywhere. */
    public String service() {
      return name().toLowerCase(Locale.ROOT) + "-service";
    }
  }

  private final Target target;
  private final Pattern path;

  Route(Target target, String path) {
    this.target = target;
    this.path = Pattern.compile(path);
  }

  public Target target() {
    return target;
  }

  /** A regular expression that the whole path has to match. */
  public String path() {
    return path.pattern();
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
