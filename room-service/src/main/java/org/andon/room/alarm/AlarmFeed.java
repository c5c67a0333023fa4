package org.andon.room.alarm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.andon.contracts.CloudEventHeaders;
import org.andon.contracts.PlantAlarm;
import org.andon.room.publishing.EventTooLargeException;
import org.andon.room.room.RoomException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears alarms, one pod of all for each line. What is none is passed over, and counted. */
@ApplicationScoped
class AlarmFeed {
  private static final Logger LOG = Logger.getLogger(AlarmFeed.class);

  /** SQLSTATE classes of what the database would refuse again: data, and limits of its own. */
  private static final Set<String> REFUSED = Set.of("22", "54");

  private final AlarmReader reader;
  private final Alarms alarms;
  private final AlarmMeters meters;

  AlarmFeed(AlarmReader reader, Alarms alarms, AlarmMeters meters) {
    this.reader = reader;
    this.alarms = alarms;
    this.meters = meters;
  }

  /** Until the database is back, Kafka keeps what is read next. */
  @Incoming("alarms")
  @Blocking
  @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, retryOn = Exception.class)
  void hear(ConsumerRecord<String, byte[]> record) throws SQLException {
    Outcome outcome = outcome(record);
    meters.heard(outcome);
    if (outcome == Outcome.UNMATCHED) {
      LOG.infof("alarm without a room partition=%d offset=%d", record.partition(), record.offset());
    }
  }

  private Outcome outcome(ConsumerRecord<String, byte[]> record) throws SQLException {
    try {
      return switch (type(record)) {
        case PlantAlarm.RAISED -> alarms.raise(reader.read(record.value()));
        case PlantAlarm.CLEARED -> alarms.clear(reader.read(record.value()));
        default -> skipped(record, "ce_type unknown");
      };
    } catch (AlarmReader.NoAlarm e) {
      return skipped(record, e.getMessage());
    } catch (EventTooLargeException | RoomException e) {
      return skipped(record, "the room does not take it");
    } catch (SQLException | RuntimeException e) {
      if (isRefused(e)) {
        return skipped(record, "the database does not take it");
      }
      LOG.warnf(
          "alarm waits partition=%d offset=%d reason=%s",
          record.partition(), record.offset(), e.getClass().getSimpleName());
      throw e;
    }
  }

  private static Outcome skipped(ConsumerRecord<String, byte[]> record, String why) {
    LOG.warnf(
        "alarm skipped partition=%d offset=%d reason=%s", record.partition(), record.offset(), why);
    return Outcome.SKIPPED;
  }

  private static String type(ConsumerRecord<String, byte[]> record) {
    Header type = record.headers().lastHeader(CloudEventHeaders.TYPE);
    return type == null || type.value() == null ? "" : new String(type.value(), UTF_8);
  }

  private static boolean isRefused(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && REFUSED.stream().anyMatch(sql.getSQLState()::startsWith));
  }
}
