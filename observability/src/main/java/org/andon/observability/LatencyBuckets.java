package org.andon.observability;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.LongStream;

/**
 * Buckets for every latency of ours and of HTTP, the same in all services: Prometheus adds up pods
 * only where they agree. Few, because each is a time series of its own.
 */
@Dependent
class LatencyBuckets {
  private static final double[] NANOSECONDS =
      LongStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
          .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
          .toArray();

  @Produces
  @Singleton
  static MeterFilter buckets() {
    return new MeterFilter() {
      @Override
      public DistributionStatisticConfig configure(
          Meter.Id meter, DistributionStatisticConfig config) {
        return has(meter)
            ? DistributionStatisticConfig.builder()
                .serviceLevelObjectives(NANOSECONDS)
                .build()
                .merge(config)
            : config;
      }
    };
  }

  private static boolean has(Meter.Id meter) {
    return meter.getType() == Meter.Type.TIMER
        && (meter.getName().startsWith("andon.") || meter.getName().equals("http.server.requests"));
  }
}
