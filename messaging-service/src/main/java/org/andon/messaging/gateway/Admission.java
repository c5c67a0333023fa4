package org.andon.messaging.gateway;

import io.quarkus.websockets.next.UserData;
import io.vertx.core.http.HttpConnection;
import java.util.Optional;
import java.util.UUID;
import org.andon.messaging.room.Access;
import org.andon.messaging.room.Caller;

/** What the upgrade check found, for the socket to begin with. */
sealed interface Admission {
  UserData.TypedKey<Admission> KEY = new UserData.TypedKey<>("admission");

  Caller caller();

  /** What the socket will run on. */
  HttpConnection connection();

  /**
   * @param after the number the client has everything up to, if it resumes
   */
  record ToRoom(
      UUID roomId,
      Caller caller,
      Access.Granted granted,
      Optional<Long> after,
      HttpConnection connection)
      implements Admission {}

  /** To the user's own feed. */
  record ToFeed(Caller caller, HttpConnection connection) implements Admission {}
}
