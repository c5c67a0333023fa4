package org.andon.launcher.stack;

import java.util.List;
import java.util.Map;

/**
 * A service to run as a process.
 *
 * @param name as in {@code endpoints.json}; pods of one service share it
 * @param instance names the log file
 * @param command what to run, and its arguments
 * @param environment all of its configuration
 */
record ServiceSpec(
    String name, String instance, int port, List<String> command, Map<String, String> environment) {

  String url() {
    return "http://127.0.0.1:" + port;
  }
}
