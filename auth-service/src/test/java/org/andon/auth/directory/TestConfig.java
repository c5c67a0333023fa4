package org.andon.auth.directory;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** The directory's configuration with its defaults, outside of Quarkus. */
final class TestConfig {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "andon.directory.url", "ldap://localhost",
          "andon.directory.bind-dn", "cn=lookup",
          "andon.directory.bind-password", "secret",
          "andon.directory.base-dn", "dc=plant",
          "andon.directory.connect-timeout", "PT2S",
          "andon.directory.read-timeout", "PT3S",
          "andon.directory.patience", "PT4S",
          "andon.directory.lockout-window", "PT30M",
          "andon.directory.attributes.account", "sAMAccountName");

  private TestConfig() {}

  static DirectoryConfig with(Map<String, String> properties) {
    var all = new HashMap<>(REQUIRED);
    all.putAll(properties);
    return new SmallRyeConfigBuilder()
        .withMapping(DirectoryConfig.class)
        .withSources(new PropertiesConfigSource(all, "test", 100))
        .build()
        .getConfigMapping(DirectoryConfig.class);
  }
}
