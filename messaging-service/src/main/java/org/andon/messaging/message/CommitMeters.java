package org.andon.messaging.message;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;

/** How the group commit does. Once for a group, however many commands are in it. */
@Startup
@ApplicationScoped
class CommitMeters {
  private final Timer wait;
  private final Timer commit;
  private final DistributionSummary size;
  private final Counter unavailable;
  private final Counter refused;

  CommitMeters(MeterRegistry registry) {
    wait =
        Timer.builder("andon.commit.wait")
            .description("How long a group's first command has waited for its turn")
            .register(registry);
    commit =
        Timer.builder("andon.commit")
            .description("A group's transaction, from its connection to its commit")
            .register(registry);
    size =
        DistributionSummary.builder("andon.commit.size")
            .description("Commands in a group")
            .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256)
            .register(registry);
    unavailable = failures(registry, "unavailable");
    refused = failures(registry, "refused");
  }

  private static Counter failures(MeterRegistry registry, String reason) {
    return Counter.builder("andon.commit.failures")
        .description("Groups that were not committed: database away, or what it refused")
        .tag("reason", reason)
        .register(registry);
  }

  /** What a group does in its transaction. */
  interface Work<T> {
    T run() throws SQLException;
  }

  <T> T committed(int commands, Duration waited, Work<T> work) throws SQLException {
    long begun = System.nanoTime();
    T done = work.run();
    commit.record(Duration.ofNanos(System.nanoTime() - begun));
    wait.record(waited);
    size.record(commands);
    return done;
  }

  void failed(boolean commandsFault) {
    (commandsFault ? refused : unavailable).increment();
  }
}
