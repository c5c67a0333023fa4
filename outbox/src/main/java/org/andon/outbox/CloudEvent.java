package org.andon.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.andon.contracts.CloudEventHeaders;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * An event in CloudEvents' binary mode: attributes in headers, data in the value.
 *
 * @param id the same however often it is sent
 * @param type such as {@code andon.room.created}
 * @param subject the id of what it is about
 * @param data JSON
 * @see <a href="https://cloudevents.io">CloudEvents 1.0, Kafka protocol binding</a>
 */
public record CloudEvent(String id, String type, Instant time, String subject, String data) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  Headers headers(String source) {
    return new RecordHeaders()
        .add(CloudEventHeaders.SPEC_VERSION, bytes("1.0"))
        .add(CloudEventHeaders.ID, bytes(id))
        .add(CloudEventHeaders.SOURCE, bytes(source))
        .add(CloudEventHeaders.TYPE, bytes(type))
        .add(CloudEventHeaders.TIME, bytes(TIME.format(time)))
        .add(CloudEventHeaders.SUBJECT, bytes(subject))
        .add(CloudEventHeaders.CONTENT_TYPE, bytes("application/json"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
