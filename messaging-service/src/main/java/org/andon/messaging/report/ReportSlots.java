package org.andon.messaging.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many reports, or dossiers, are written at once on this pod. */
@ApplicationScoped
public class ReportSlots {
  private final Semaphore pod;
  private final int perUser;
  private final Map<String, Integer> users = new ConcurrentHashMap<>();

  @Inject
  ReportSlots(ReportConfig config) {
    this(config.atOncePerPod(), config.atOncePerUser());
  }

  public ReportSlots(int perPod, int perUser) {
    this.pod = new Semaphore(perPod);
    this.perUser = perUser;
  }

  /** To be closed once the report is written. */
  public interface Slot extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @throws ReportRefused if none is free
   */
  public Slot take(String userId) {
    if (users.merge(userId, 1, Integer::sum) > perUser) {
      leave(userId);
      throw new ReportRefused.OneAtATime();
    }
    if (!pod.tryAcquire()) {
      leave(userId);
      throw new ReportRefused.Busy();
    }
    AtomicBoolean open = new AtomicBoolean(true);
    return () -> {
      if (open.getAndSet(false)) {
        pod.release();
        leave(userId);
      }
    };
  }

  private void leave(String userId) {
    users.computeIfPresent(userId, (user, count) -> count > 1 ? count - 1 : null);
  }
}
