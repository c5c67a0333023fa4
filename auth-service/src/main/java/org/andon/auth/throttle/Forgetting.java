package org.andon.auth.throttle;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes what does not count any more; any number of pods may do so at once. */
@ApplicationScoped
class Forgetting {

  private final Buckets buckets;
  private final KnownPlaces places;

  Forgetting(Buckets buckets, KnownPlaces places) {
    this.buckets = buckets;
    this.places = places;
  }

  @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void forget() {
    buckets.removeFull();
    places.forgetOld();
  }
}
