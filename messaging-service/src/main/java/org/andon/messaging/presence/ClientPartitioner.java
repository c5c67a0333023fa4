package org.andon.messaging.presence;

import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.Cluster;

/**
 * Everything that one Kafka client sends goes to one partition, whatever its key: it is read in the
 * order it was sent.
 */
public final class ClientPartitioner implements Partitioner {
  private int client;

  @Override
  public void configure(Map<String, ?> config) {
    client = config.get(ProducerConfig.CLIENT_ID_CONFIG).hashCode();
  }

  @Override
  public int partition(
      String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
    return Math.floorMod(client, cluster.partitionCountForTopic(topic));
  }

  @Override
  public void close() {}
}
