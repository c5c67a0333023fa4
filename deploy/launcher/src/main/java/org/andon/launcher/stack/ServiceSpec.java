package org.andon.launcher.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A service to run as a process.
 *
 * @param name as in {@code endpoints.json}; pods of one service share it
 * @param instance names the log file
 * @param jar the packaged Quarkus application
 * @param environment all of its configuration
 */
record ServiceSpec(
    String name,
    String instance,
    int port,
    Path jar,
    List<String> jvmOptions,
    Map<String, String> environment) {

  String url() {
    return "http://127.0.0.1:" + port;
  }
}
