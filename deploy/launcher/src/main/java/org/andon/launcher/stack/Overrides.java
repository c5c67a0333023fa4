package org.andon.launcher.stack;

import java.util.Map;

/** What a service's process is given besides, or instead of, its usual environment. */
@FunctionalInterface
public interface Overrides {
  /**
   * Asked at every start of the process.
   *
   * @param instance the service, or the pod of it, as its log is named
   * @param usual what it is given else
   */
  Map<String, String> of(String instance, Map<String, String> usual);

  static Overrides none() {
    return (instance, usual) -> Map.of();
  }
}
