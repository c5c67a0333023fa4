package org.andon.messaging.message;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.andon.messaging.message.MessageStore.Counter;
import org.andon.messaging.message.MessageStore.RetryKey;

/** Writes many messages of many rooms in one transaction, each with its room's next number. */
@ApplicationScoped
class GroupCommit {
  private final AgroalDataSource dataSource;

  GroupCommit(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * What a commit did.
   *
   * @param receipts one for each message given, in the same order
   * @param written the messages that are new, in the order of their numbers within each room
   * @param publishedBefore the Kafka watermark of each room
   */
  record Outcome(List<Receipt> receipts, List<Message> written, Map<UUID, Long> publishedBefore) {}

  Outcome write(List<NewMessage> messages) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Outcome outcome = write(connection, messages);
        connection.commit();
        return outcome;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static Outcome write(Connection connection, List<NewMessage> messages)
      throws SQLException {
    Map<UUID, Counter> counters =
        MessageStore.lockCounters(
            connection, messages.stream().map(NewMessage::roomId).collect(Collectors.toSet()));
    Map<RetryKey, Receipt> known =
        new HashMap<>(
            MessageStore.findWritten(
                connection,
                messages.stream()
                    .filter(message -> message.clientMsgId() != null)
                    .map(RetryKey::of)
                    .toList()));
    Map<UUID, Long> last = new HashMap<>();
    List<Message> written = new ArrayList<>();
    List<Receipt> receipts = new ArrayList<>();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    for (NewMessage message : messages) {
      Receipt receipt = message.clientMsgId() == null ? null : known.get(RetryKey.of(message));
      if (receipt == null) {
        long number =
            last.merge(
                message.roomId(), counter(counters, message).last() + 1, (n, first) -> n + 1);
        Message posted = Message.posted(UuidCreator.getTimeOrderedEpoch(), number, message, now);
        written.add(posted);
        receipt = posted.receipt();
        if (message.clientMsgId() != null) {
          known.put(RetryKey.of(message), receipt);
        }
      }
      receipts.add(receipt);
    }
    if (!written.isEmpty()) {
      MessageStore.insert(connection, written);
      MessageStore.advanceCounters(connection, last);
    }
    Map<UUID, Long> published = new HashMap<>();
    last.keySet().forEach(room -> published.put(room, counters.get(room).published()));
    return new Outcome(receipts, written, published);
  }

  private static Counter counter(Map<UUID, Counter> counters, NewMessage message)
      throws SQLException {
    Counter counter = counters.get(message.roomId());
    if (counter == null) {
      throw new SQLException("no counter for room " + message.roomId(), "02000");
    }
    return counter;
  }
}
