package org.andon.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A secret by which a browser is known again at its next login, whoever signs in with it. It proves
 * no identity: it only tells the browser's typing errors from strangers' guesses.
 */
@ApplicationScoped
public class DeviceCookie {

  public static final String NAME = "andon_device";

  /** As long as browsers keep a cookie at most. */
  private static final Duration MAX_AGE = Duration.ofDays(400);

  private static final Pattern SECRET = Pattern.compile("[\\w-]{43}");

  private final SessionConfig config;

  DeviceCookie(SessionConfig config) {
    this.config = config;
  }

  /**
   * The browser's secret, or a new one.
   *
   * @param cookie its value; null when there was none
   */
  public String secret(String cookie) {
    return cookie != null && SECRET.matcher(cookie).matches()
        ? cookie
        : RefreshToken.random().value();
  }

  public NewCookie carrying(String secret) {
    return new NewCookie.Builder(NAME)
        .value(secret)
        .path("/api/auth")
        .maxAge(Math.toIntExact(MAX_AGE.toSeconds()))
        .httpOnly(true)
        .secure(config.cookieSecure())
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
