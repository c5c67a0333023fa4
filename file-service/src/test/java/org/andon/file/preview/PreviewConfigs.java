package org.andon.file.preview;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** What a test without Quarkus is configured by. */
final class PreviewConfigs {
  private PreviewConfigs() {}

  /**
   * @param settings other than the defaults, without their prefix
   */
  static PreviewConfig of(Map<String, String> settings) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder().withMapping(PreviewConfig.class).addDiscoveredConverters();
    settings.forEach((name, value) -> builder.withDefaultValue("andon.preview." + name, value));
    return builder.build().getConfigMapping(PreviewConfig.class);
  }
}
