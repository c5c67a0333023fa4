package org.andon.launcher.gateway;

import java.util.Map;

/** What the SPA's pages say to browsers about themselves; deploy/web is compared with it. */
public final class SiteHeaders {
  public static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline';"
              + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "X-Frame-Options",
          "DENY");

  private SiteHeaders() {}
}
