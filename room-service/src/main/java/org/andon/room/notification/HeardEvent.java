package org.andon.room.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.andon.contracts.CloudEventHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A CloudEvent of another service, checked so far that the database will take what is made of it.
 */
record HeardEvent(UUID id, Instant time, byte[] data) {

  /**
   * @throws IllegalArgumentException if it is none of ours
   */
  static HeardEvent of(ConsumerRecord<String, byte[]> record) {
    if (record.key() == null || record.value() == null) {
      throw new IllegalArgumentException("no data");
    }
    try {
      var unused = text(record.key());
      return new HeardEvent(
          UUID.fromString(header(record, CloudEventHeaders.ID)),
          Instant.parse(header(record, CloudEventHeaders.TIME)),
          record.value());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return new String(header.value(), UTF_8);
  }

  static <T> T required(T value) {
    if (value == null) {
      throw new IllegalArgumentException("a field is missing");
    }
    return value;
  }

  /** PostgreSQL takes neither U+0000 nor half a surrogate pair. */
  static String text(String text) {
    boolean storable =
        required(text).codePoints().allMatch(it -> it != 0 && (it < 0xD800 || it > 0xDFFF));
    if (!storable) {
      throw new IllegalArgumentException("no text");
    }
    return text;
  }
}
