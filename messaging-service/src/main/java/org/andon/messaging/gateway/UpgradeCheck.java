package org.andon.messaging.gateway;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.virtual.threads.VirtualThreads;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
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
  private final RoomAccess access;
  private final AllowedOrigins origins;
  private final Sessions sessions;
  private final SocketMeters meters;
  private final ExecutorService virtualThreads;

  UpgradeCheck(
      RoomAccess access,
      AllowedOrigins origins,
      Sessions sessions,
      SocketMeters meters,
      @VirtualThreads ExecutorService virtualThreads) {
    this.access = access;
    this.origins = origins;
    this.sessions = sessions;
    this.meters = meters;
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
        .invoke(() -> meters.refused(UpgradeRefusal.BAD_TOKEN))
        .onFailure(AuthenticationFailedException.class)
        .recoverWithUni(Uni.createFrom().nothing())
        .emitOn(virtualThreads)
        .map(identity -> check(context, identity))
        .emitOn(command -> eventLoop.runOnContext(ignored -> command.run()));
  }

  private CheckResult check(HttpUpgradeContext context, SecurityIdentity identity) {
    if (identity == null || identity.isAnonymous()) {
      return refuse(UpgradeRefusal.NO_TOKEN);
    }
    if (identity.hasRole(Callers.MACHINE_GROUP)) {
      return refuse(UpgradeRefusal.A_MACHINE);
    }
    if (!origins.accepts(context.httpRequest())) {
      return refuse(UpgradeRefusal.FOREIGN_ORIGIN);
    }
    if (sessions.draining()) {
      return refuse(UpgradeRefusal.DRAINING);
    }
    Caller caller = Callers.of(identity);
    if (sessions.enoughOf(caller.userId())) {
      return refuse(UpgradeRefusal.TOO_MANY_SOCKETS);
    }
    String place = context.pathParam(ClientSocket.PLACE);
    return place.equals(ClientSocket.FEED)
        ? admit(context, new Admission.ToFeed(caller, context.httpRequest().connection()))
        : checkRoom(context, place, caller);
  }

  private CheckResult checkRoom(HttpUpgradeContext context, String place, Caller caller) {
    Optional<UUID> roomId = roomId(place);
    if (roomId.isEmpty()) {
      return refuse(UpgradeRefusal.NO_SUCH_ROOM);
    }
    String after = context.httpRequest().getParam("after");
    if (after != null && !after.matches("\\d{1,18}")) {
      return refuse(UpgradeRefusal.BAD_AFTER);
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
      case Access.NotMember() -> refuse(UpgradeRefusal.NOT_A_MEMBER);
      case Access.NoSuchRoom() -> refuse(UpgradeRefusal.NO_SUCH_ROOM);
      case Access.Unknown() -> refuse(UpgradeRefusal.ROOM_UNKNOWN);
    };
  }

  private static CheckResult admit(HttpUpgradeContext context, Admission admission) {
    context.userData().put(Admission.KEY, admission);
    return CheckResult.permitUpgradeSync();
  }

  private CheckResult refuse(UpgradeRefusal why) {
    meters.refused(why);
    return why.answer();
  }

  private static Optional<UUID> roomId(String text) {
    try {
      return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
