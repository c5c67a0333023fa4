package org.andon.messaging.message;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.message.Journal.Written;

/** Does many commands of many rooms in one transaction. */
@ApplicationScoped
class GroupCommit {
  private final AgroalDataSource dataSource;
  private final List<MessageIndex> indexes;
  private final CommandBatch.Limits limits;
  private final ReadingRules rules;

  GroupCommit(
      AgroalDataSource dataSource,
      @All List<MessageIndex> indexes,
      ReadingRules rules,
      MessagingConfig config) {
    this.dataSource = dataSource;
    this.indexes = indexes;
    this.rules = rules;
    this.limits =
        new CommandBatch.Limits(
            config.messages().editWindow(), config.messages().emojiPerMessage());
  }

  /** What became of a command. */
  sealed interface Answer {
    record Done(Receipt receipt) implements Answer {}

    record Refused(WriteFailure why) implements Answer {}
  }

  /**
   * What a commit did.
   *
   * @param answers one for each command, in the same order
   * @param written what is new, in the order of the numbers within each room
   * @param publishedBefore the Kafka watermark of each room
   */
  record Outcome(List<Answer> answers, List<Written> written, Map<UUID, Long> publishedBefore) {}

  Outcome commit(List<RoomCommand> commands) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Outcome outcome = commit(connection, commands);
        connection.commit();
        return outcome;
      } catch (Throwable e) {
        // Memory that ran out, too: the pool would commit what was written until then, and numbers
        // without their counter would stop the room for ever.
        connection.rollback();
        throw e;
      }
    }
  }

  private Outcome commit(Connection connection, List<RoomCommand> commands) throws SQLException {
    CommandBatch batch = CommandBatch.open(connection, commands, limits, rules);
    List<Answer> answers = new ArrayList<>(commands.size());
    for (RoomCommand command : commands) {
      answers.add(decide(batch, command));
    }
    batch.write(connection, indexes);
    return new Outcome(answers, batch.written(), batch.published());
  }

  private static Answer decide(CommandBatch batch, RoomCommand command) {
    try {
      return new Answer.Done(batch.decide(command));
    } catch (WriteFailure refused) {
      return new Answer.Refused(refused);
    }
  }
}
