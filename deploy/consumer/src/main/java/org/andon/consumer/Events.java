package org.andon.consumer;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What happens in all rooms. Kafka remembers how far this group has read; several readers of one
 * group share the work.
 */
final class Events implements AutoCloseable {
  private static final String TOPIC = "incident.messages.v1";

  /** A plant system's groups begin with {@code plant-}: no others are permitted in a cluster. */
  private static final String GROUP = "plant-incident-reader";

  private final Repeats repeats = new Repeats();
  private final KafkaConsumer<String, byte[]> consumer;

  Events(Properties connection) {
    Properties settings = new Properties();
    settings.putAll(connection);
    settings.put("group.id", GROUP);
    // The first time, from as far back as Kafka has anything.
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", "false");
    // One that was killed holds its rooms back for so long, until others of the group are given
    // them.
    settings.put("session.timeout.ms", "10000");
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(TOPIC));
  }

  /**
   * Handles what has come, and only then tells Kafka that it was: whoever dies in between is given
   * the same events again.
   */
  void forEachNew(Duration wait, Consumer<Event> handler) {
    for (ConsumerRecord<String, byte[]> event : consumer.poll(wait)) {
      Event.of(event).filter(e -> repeats.isFirst(e.roomId(), e.number())).ifPresent(handler);
    }
    try {
      consumer.commitSync();
    } catch (CommitFailedException | RebalanceInProgressException e) {
      // Another reader of the group has come or gone: some of it may be handled again, by whoever
      // has the room now.
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
