package org.andon.messaging.gateway;

import io.quarkus.websockets.next.UserData;
import io.vertx.core.http.HttpConnection;
import java.util.Optional;
import java.util.UUID;
import org.andon.messaging.room.Access;
import org.andon.messaging.room.Caller;

/**
 * What the upgrade check found, for the socket to begin with.
 *
 * @param after the number the client has everything up to, if it resumes
 * @param connection what the socket will run on
 */
record Admission(
    UUID roomId,
    Caller caller,
    Access.Granted granted,
    Optional<Long> after,
    HttpConnection connection) {
  static final UserData.TypedKey<Admission> KEY = new UserData.TypedKey<>("admission");
}
