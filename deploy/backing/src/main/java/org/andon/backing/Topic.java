package org.andon.backing;

import java.util.Map;

/**
 * A Kafka topic as it is created: its name, how many partitions, and topic settings by Kafka's own
 * names.
 */
public record Topic(String name, int partitions, Map<String, String> settings) {

  public Topic {
    settings = Map.copyOf(settings);
  }
}
