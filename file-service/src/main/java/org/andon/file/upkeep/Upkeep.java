package org.andon.file.upkeep;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import org.andon.file.sql.SqlFailure;
import org.andon.file.storage.SpoolDirectory;
import org.andon.file.storage.StorageException;
import org.jboss.logging.Logger;

/** Does what is due. */
@ApplicationScoped
class Upkeep {
  private static final Logger LOG = Logger.getLogger(Upkeep.class);

  private final UpkeepConfig config;
  private final Claims claims;
  private final OrphanSweep sweep;
  private final Purge purge;
  private final SpoolDirectory spool;

  Upkeep(UpkeepConfig config, Claims claims, OrphanSweep sweep, Purge purge, SpoolDirectory spool) {
    this.config = config;
    this.claims = claims;
    this.sweep = sweep;
    this.purge = purge;
    this.spool = spool;
  }

  @Scheduled(
      every = "${andon.upkeep.look-every:1m}",
      delayed = "${andon.upkeep.look-every:1m}",
      concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void look() {
    Instant now = Instant.now();
    try {
      // Every pod has a disk of its own.
      spool.clear(now.minus(config.orphanAge()));
      if (claims.take("purge", config.purgeEvery())) {
        purge.purge(now.minus(config.retention()));
      }
      if (claims.take("sweep", config.sweepEvery())) {
        sweep.sweep(now.minus(config.orphanAge()));
      }
    } catch (StorageException | SqlFailure | IOException e) {
      LOG.warnf("upkeep waits: reason=%s", e.getCause() == null ? e : e.getCause());
    }
  }
}
