package org.andon.messaging.search;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sorts what the writers appended into the index. Left to PostgreSQL, the writer that fills the
 * list up would have to do it, and everybody behind it would wait.
 */
@ApplicationScoped
class PendingWords {
  private static final Logger LOG = Logger.getLogger(PendingWords.class);

  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("pending-words").factory());
  private final AgroalDataSource dataSource;
  private final SearchConfig config;

  PendingWords(AgroalDataSource dataSource, SearchConfig config) {
    this.dataSource = dataSource;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    long period = config.sortInEvery().toMillis();
    ScheduledFuture<?> unused =
        ticks.scheduleWithFixedDelay(this::sortIn, period, period, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    ticks.shutdownNow();
  }

  private void sortIn() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT gin_clean_pending_list('message_words_index')");
    } catch (SQLException e) {
      // tried again in a moment; until then searches are slower, and nothing is missing
      LOG.debugf("words were not sorted in: %s", e.getMessage());
    }
  }
}
