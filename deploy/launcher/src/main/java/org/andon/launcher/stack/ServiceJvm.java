package org.andon.launcher.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM of one service on this machine, which six of them share: small heaps, and a collector
 * without threads of its own.
 *
 * @param heap options that size it
 */
record ServiceJvm(AotCache cache, List<String> heap) {
  private static final List<String> LAYOUT = List.of("-XX:+UseCompactObjectHeaders");
  private static final List<String> SHARED = List.of("-XX:+UseSerialGC", "-Xss512k");

  /** What is recorded is written from a buffer of this size, too: it would be too small. */
  private static final String METASPACE = "-XX:MaxMetaspaceSize=160m";

  List<String> command(boolean recording) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(SHARED);
    command.addAll(LAYOUT);
    command.addAll(heap);
    if (!recording) {
      command.add(METASPACE);
    }
    command.addAll(cache.options(recording));
    command.addAll(List.of("-jar", cache.jar().toString()));
    return command;
  }

  void assembleCache(Path log) throws InterruptedException {
    cache.assemble(LAYOUT, log);
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
