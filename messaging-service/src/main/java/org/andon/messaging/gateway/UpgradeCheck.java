package org.andon.messaging.gateway;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.virtual.threads.VirtualThreads;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.andon.messaging.room.Access;
import org.andon.messaging.room.Caller;
import org.andon.messaging.room.Callers;
import org.andon.messaging.room.RoomAccess;

/** Answers before the upgrade: who may not enter never gets a socket. */
@ApplicationScoped
class UpgradeCheck implements HttpUpgradeCheck {
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  private final RoomAccess access;
  private final AllowedOrigins origins;
  private final Sessions sessions;
  private final ExecutorService virtualThreads;

  UpgradeCheck(
      RoomAccess access,
      AllowedOrigins origins,
      Sessions sessions,
      @VirtualThreads ExecutorService virtualThreads) {
    this.access = access;
    this.origins = origins;
    this.sessions = sessions;
    this.virtualThreads = virtualThreads;
  }

  @Override
  public boolean appliesTo(String endpointId) {
    return endpointId.equals(ClientSocket.ID);
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    Context eventLoop = Vertx.currentContext();
    return context
        .securityIdentity()
        // Quarkus itself has answered 401 to a bad token by now: a second answer would be one too
        // many.
        .onFailure(AuthenticationFailedException.class)
        .recoverWithUni(Uni.createFrom().nothing())
        .emitOn(virtualThreads)
        .map(identity -> check(context, identity))
        .emitOn(command -> eventLoop.runOnContext(ignored -> command.run()));
  }

  private CheckResult check(HttpUpgradeContext context, SecurityIdentity identity) {
    if (identity == null || identity.isAnonymous()) {
      return CheckResult.rejectUpgradeSync(
          UNAUTHORIZED, Map.of("WWW-Authenticate", List.of("Bearer")));
    }
    if (!origins.accepts(context.httpRequest())) {
      return CheckResult.rejectUpgradeSync(FORBIDDEN);
    }
    if (sessions.draining()) {
      return later(UNAVAILABLE);
    }
    Caller caller = Callers.of(identity);
    if (sessions.enoughOf(caller.userId())) {
      return later(TOO_MANY);
    }
    String place = context.pathParam(ClientSocket.PLACE);
    return place.equals(ClientSocket.FEED)
        ? admit(context, new Admission.ToFeed(caller, context.httpRequest().connection()))
        : checkRoom(context, place, caller);
  }

  private CheckResult checkRoom(HttpUpgradeContext context, String place, Caller caller) {
    Optional<UUID> roomId = roomId(place);
    if (roomId.isEmpty()) {
      return CheckResult.rejectUpgradeSync(NOT_FOUND);
    }
    String after = context.httpRequest().getParam("after");
    if (after != null && !after.matches("\\d{1,18}")) {
      return CheckResult.rejectUpgradeSync(BAD_REQUEST);
    }
    return switch (access.check(roomId.get(), caller)) {
      case Access.Granted granted ->
          admit(
              context,
              new Admission.ToRoom(
                  roomId.get(),
                  caller,
                  granted,
                  Optional.ofNullable(after).map(Long::valueOf),
                  context.httpRequest().connection()));
      case Access.NotMember() -> CheckResult.rejectUpgradeSync(FORBIDDEN);
      case Access.NoSuchRoom() -> CheckResult.rejectUpgradeSync(NOT_FOUND);
      case Access.Unknown() -> later(UNAVAILABLE);
    };
  }

  private static CheckResult admit(HttpUpgradeContext context, Admission admission) {
    context.userData().put(Admission.KEY, admission);
    return CheckResult.permitUpgradeSync();
  }

  private static CheckResult later(int status) {
    return CheckResult.rejectUpgradeSync(status, Map.of("Retry-After", List.of("2")));
  }

  private static Optional<UUID> roomId(String text) {
    try {
      return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
