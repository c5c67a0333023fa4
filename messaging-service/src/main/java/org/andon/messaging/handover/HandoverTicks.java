package org.andon.messaging.handover;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import org.andon.messaging.pace.Ticks;
import org.jboss.logging.Logger;

/** Looks over and over whether a shift has changed, and who has not been taken over from. */
@ApplicationScoped
class HandoverTicks {
  private static final Logger LOG = Logger.getLogger(HandoverTicks.class);

  private final Ticks ticks = new Ticks("handovers", 1);
  private final Handovers handovers;
  private final WaitingHandovers waiting;
  private final HandoverMeters meters;
  private final HandoverConfig config;

  HandoverTicks(
      Handovers handovers, WaitingHandovers waiting, HandoverMeters meters, HandoverConfig config) {
    this.handovers = handovers;
    this.waiting = waiting;
    this.meters = meters;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    ticks.every(config.checkEvery(), this::turn);
  }

  void stop(@Observes ShutdownEvent event) {
    ticks.stop();
  }

  private void turn() {
    try {
      int made = handovers.handOverIfDue();
      if (made > 0) {
        LOG.infof("shift handed over lines=%d", made);
      }
      waiting.look();
    } catch (SQLException e) {
      meters.overdueUnknown();
      LOG.warnf("handovers wait, database away: %s", e.getMessage());
    }
  }
}
