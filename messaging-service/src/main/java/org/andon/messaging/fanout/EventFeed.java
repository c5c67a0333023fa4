package org.andon.messaging.fanout;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.andon.contracts.CloudEventHeaders;
import org.andon.messaging.room.Frame;
import org.andon.messaging.room.RoomRegistry;
import org.andon.messaging.room.RoomWatcher;
import org.andon.messaging.trace.TraceHeader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Brings the events of all pods from Kafka to this pod's rooms. The value is the frame: it is
 * passed on as it is.
 */
@ApplicationScoped
class EventFeed {
  private static final Logger LOG = Logger.getLogger(EventFeed.class);

  private final RoomRegistry registry;
  private final Watermarks watermarks;
  private final FanoutMeters meters;
  private final List<RoomWatcher> watchers;

  EventFeed(
      RoomRegistry registry,
      Watermarks watermarks,
      FanoutMeters meters,
      @All List<RoomWatcher> watchers) {
    this.meters = meters;
    this.registry = registry;
    this.watermarks = watermarks;
    this.watchers = watchers;
  }

  @Incoming("messages")
  @Blocking
  void onRecords(ConsumerRecords<String, byte[]> records) {
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        onRecord(record);
      } catch (RuntimeException e) {
        meters.foreignRecord();
        LOG.errorf(
            "foreign record skipped topic=%s partition=%d offset=%d: %s",
            record.topic(), record.partition(), record.offset(), e.getMessage());
      }
    }
  }

  private void onRecord(ConsumerRecord<String, byte[]> record) {
    UUID roomId = UUID.fromString(String.valueOf(record.key()));
    long number = sequenceNumber(record);
    watermarks.seen(roomId, number);
    if (registry.isLive(roomId)) {
      registry.offer(roomId, frame(number, record));
    }
    for (RoomWatcher watcher : watchers) {
      if (watcher.watches(roomId)) {
        watcher.happened(roomId, type(record), record.value());
      }
    }
  }

  private static Frame frame(long number, ConsumerRecord<String, byte[]> record) {
    return new Frame(
        number, record.timestamp(), record.value(), TraceHeader.read(record.headers()));
  }

  private static String type(ConsumerRecord<String, byte[]> record) {
    return header(record, CloudEventHeaders.TYPE);
  }

  private static long sequenceNumber(ConsumerRecord<String, byte[]> record) {
    return Long.parseLong(header(record, EventProducer.SEQUENCE_HEADER));
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null) {
      throw new IllegalArgumentException("no " + name + " header");
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
