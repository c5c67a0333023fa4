package org.andon.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;

/** The refresh token's way to the browser and back, out of reach of scripts and other sites. */
@ApplicationScoped
public class RefreshCookie {

  public static final String NAME = "andon_refresh";

  private final SessionConfig config;
  private final Clock clock;

  RefreshCookie(SessionConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  public NewCookie carrying(Grant grant) {
    var left = Duration.between(clock.instant(), grant.session().expiresAt());
    return cookie(grant.refreshToken().value(), Math.toIntExact(left.toSeconds()));
  }

  public NewCookie deletion() {
    return cookie("", 0);
  }

  private NewCookie cookie(String value, int seconds) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/api/auth")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(config.cookieSecure())
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
