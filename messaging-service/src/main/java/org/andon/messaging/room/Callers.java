package org.andon.messaging.room;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the caller out of a verified token; nothing else says who somebody is. */
public final class Callers {
  public static final String MACHINE_GROUP = "machine";
  private static final String ADMIN_GROUP = "admin";

  private Callers() {}

  public static Caller of(SecurityIdentity identity) {
    return of((JsonWebToken) identity.getPrincipal());
  }

  /** The token must have been verified. */
  public static Caller of(JsonWebToken token) {
    String name = token.getClaim("name");
    return new Caller(
        token.getName(),
        name == null ? token.getName() : name,
        token.getGroups().contains(ADMIN_GROUP),
        token.getClaim("sid"),
        Instant.ofEpochSecond(token.getExpirationTime()),
        token.getRawToken(),
        token.getGroups().contains(MACHINE_GROUP) ? MachineScope.of(token) : null);
  }
}
