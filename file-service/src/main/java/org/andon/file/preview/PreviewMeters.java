package org.andon.file.preview;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Supplier;
import org.andon.file.preview.PreviewException.NoPreview;

/** How long previews take, and what comes of them. */
@Startup
@ApplicationScoped
class PreviewMeters {
  private static final String MADE = "made";
  private static final String IMPOSSIBLE = "impossible";
  private static final String FAILED = "failed";

  private final MeterRegistry registry;

  PreviewMeters(MeterRegistry registry) {
    this.registry = registry;
    timer(MADE);
    timer(IMPOSSIBLE);
    timer(FAILED);
  }

  void watch(Map<?, ?> pending) {
    Gauge.builder("andon.previews.pending", pending, Map::size)
        .description("Previews that are being made or wait for their turn")
        .register(registry);
  }

  byte[] timed(Supplier<byte[]> preview) {
    Timer.Sample began = Timer.start(registry);
    String outcome = FAILED;
    try {
      byte[] made = preview.get();
      outcome = MADE;
      return made;
    } catch (NoPreview e) {
      outcome = IMPOSSIBLE;
      throw e;
    } finally {
      began.stop(timer(outcome));
    }
  }

  private Timer timer(String outcome) {
    return Timer.builder("andon.previews")
        .description("Previews, each time one is made")
        .tag("outcome", outcome)
        .register(registry);
  }
}
