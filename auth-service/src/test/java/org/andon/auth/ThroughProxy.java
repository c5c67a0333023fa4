package org.andon.auth;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** With a directory that counts wrong passwords, and the throttle's own limit for an account. */
public final class ThroughProxy implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "andon.directory.url", "${test.directory.proxy}",
        "andon.login-throttle.per-account", "4");
  }
}
