package org.andon.messaging.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.trace.v1.Span;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.andon.contracts.TopicNames;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Observed;
import org.andon.messaging.support.TestRoom;
import org.andon.messaging.support.TraceReceiver;
import org.andon.testkit.MessagesTopic;
import org.andon.testkit.RoomClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
@TestProfile(Observed.class)
class TracesTest {
  private static final String WEI = "li.wei@plant.example";
  private static final String MEI = "chen.mei@plant.example";
  private static final Duration EXPORTED = Duration.ofSeconds(30);

  @TestHTTPResource("/")
  URI base;

  private static String traceOf(UUID room) {
    return TraceReceiver.spans().stream()
        .filter(span -> span.getName().equals("frame message"))
        .filter(span -> span.getAttributesList().toString().contains(room.toString()))
        .map(span -> HexFormat.of().formatHex(span.getTraceId().toByteArray()))
        .findFirst()
        .orElse("");
  }

  private static Span span(List<Span> trace, String name) {
    return trace.stream().filter(span -> span.getName().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void a_message_is_one_trace_from_its_frame_over_commit_and_publication_to_its_delivery() {
    TestRoom room = new TestRoom(base, WEI, MEI);

    room.post(WEI, "hello");

    await().atMost(EXPORTED).until(() -> !traceOf(room.id()).isEmpty());
    String id = traceOf(room.id());
    await()
        .atMost(EXPORTED)
        .untilAsserted(
            () ->
                assertThat(TraceReceiver.trace(id).stream().map(Span::getName))
                    .contains("frame message", "commit", "publish", "deliver"));
    List<Span> trace = TraceReceiver.trace(id);
    Span frame = span(trace, "frame message");
    Span commit = span(trace, "commit");
    assertThat(frame.getParentSpanId().isEmpty()).isTrue();
    assertThat(commit.getParentSpanId()).isEqualTo(frame.getSpanId());
    assertThat(commit.getLinksList()).anyMatch(it -> it.getSpanId().equals(frame.getSpanId()));
    assertThat(trace)
        .as("statements of the commit")
        .anyMatch(it -> it.getParentSpanId().equals(commit.getSpanId()));
    assertThat(span(trace, "publish").getParentSpanId()).isEqualTo(frame.getSpanId());
    assertThat(trace.toString()).doesNotContain("hello");
  }

  @Test
  void the_record_on_kafka_carries_the_trace_as_w3c_and_cloudevents_say() {
    TestRoom room = new TestRoom(base, WEI);

    room.post(WEI, "hello");

    await().until(() -> MessagesTopic.of(Backing.kafkaServers(), room.id()).size() == 1);
    ConsumerRecord<String, String> record =
        MessagesTopic.of(Backing.kafkaServers(), room.id()).getFirst();
    await().atMost(EXPORTED).until(() -> !traceOf(room.id()).isEmpty());
    assertThat(MessagesTopic.header(record, "traceparent"))
        .matches("00-" + traceOf(room.id()) + "-[0-9a-f]{16}-01");
    assertThat(MessagesTopic.header(record, "ce_traceparent"))
        .isEqualTo(MessagesTopic.header(record, "traceparent"));
  }

  @Test
  void a_delivery_on_another_pod_than_the_commit_belongs_to_the_same_trace()
      throws ExecutionException, InterruptedException, TimeoutException {
    TestRoom room = new TestRoom(base, WEI);
    String id = UUID.randomUUID().toString().replace("-", "");

    try (RoomClient wei = room.open(WEI)) {
      wei.next("welcome");
      ofAnotherPod(room.id(), "00-" + id + "-00f067aa0ba902b7-01");
      wei.messages(1);
    }

    await()
        .atMost(EXPORTED)
        .untilAsserted(
            () ->
                assertThat(TraceReceiver.trace(id).stream().map(Span::getName))
                    .containsExactly("deliver"));
  }

  private static void ofAnotherPod(UUID room, String traceparent)
      throws ExecutionException, InterruptedException, TimeoutException {
    String frame =
        """
        {"type":"message","room_id":"%s","sequence_number":1,"content":"from elsewhere"}\
        """
            .formatted(room);
    var record = new ProducerRecord<>(TopicNames.MESSAGES, room.toString(), frame);
    Map.of(
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            "andon.message.posted",
            "ce_sequence",
            "1",
            "traceparent",
            traceparent)
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", Backing.kafkaServers()),
            new StringSerializer(),
            new StringSerializer())) {
      var unused = producer.send(record).get(10, TimeUnit.SECONDS);
    }
  }
}
