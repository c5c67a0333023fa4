package org.andon.messaging.presence;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.andon.messaging.MessagingConfig;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Tells the other pods; {@link PresenceFeed} hears them. An event is lost when Kafka is away: who
 * tells something must be able to bear it.
 */
@ApplicationScoped
class PresenceTopic {
  private static final URI SOURCE = URI.create("/andon/messaging-service");

  private final Emitter<byte[]> others;
  private final ObjectMapper json;
  private final String pod;
  private boolean ended;

  PresenceTopic(
      @Channel("presence-out") @OnOverflow(OnOverflow.Strategy.DROP) Emitter<byte[]> others,
      ObjectMapper json,
      MessagingConfig config) {
    this.others = others;
    this.json = json;
    this.pod = config.podId();
  }

  /** This pod's name. */
  String pod() {
    return pod;
  }

  /** In the order of the calls. Does not wait. */
  synchronized void tell(PresenceEvent event) {
    if (!ended) {
      others.send(Message.of(write(event)).addMetadata(key(event)).addMetadata(headers(event)));
    }
  }

  /** The last word: sockets that are closed after it are nobody's business any more. */
  synchronized void goodbye() {
    tell(new PresenceEvent.Gone(pod));
    ended = true;
  }

  private static OutgoingKafkaRecordMetadata<String> key(PresenceEvent event) {
    return OutgoingKafkaRecordMetadata.<String>builder().withKey(event.key()).build();
  }

  private static OutgoingCloudEventMetadata<byte[]> headers(PresenceEvent event) {
    return OutgoingCloudEventMetadata.<byte[]>builder()
        .withType(event.getClass().getAnnotation(JsonTypeName.class).value())
        .withSource(SOURCE)
        .withSubject(event.key())
        .withTimestamp(ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS))
        .withDataContentType("application/json")
        .build();
  }

  private byte[] write(PresenceEvent event) {
    try {
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
