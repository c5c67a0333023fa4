package org.andon.bench.scenario;

import java.time.Duration;
import java.util.List;
import org.andon.bench.load.Load;
import org.andon.bench.load.Outcome;
import org.andon.bench.load.Pace;
import org.andon.bench.machine.Processors;

/**
 * How it is measured.
 *
 * @param run the measured window
 * @param detached processes of the stack that are not this program's descendants
 */
public record Lab(Duration run, List<ProcessHandle> detached) {
  /** Long enough for the JIT to have compiled what a new pace reaches. */
  static final Duration WARM = Duration.ofSeconds(3);

  /** Cores that others may take before a phase is measured again, twice at most. */
  public static final double NOISY = 0.25;

  private static final int TRIES = 3;

  /** An outcome, and who else used the machine meanwhile. */
  record Observed(Outcome outcome, double noise, double client) {}

  /** Of up to three phases the quietest; nothing else decides which one counts. */
  Observed observe(Load load, Pace pace, Duration warm, Duration window) {
    Observed quietest = once(load, pace, warm, window);
    for (int i = 1; i < TRIES && quietest.noise() > NOISY; i++) {
      Observed again = once(load, pace, warm, window);
      quietest = again.noise() < quietest.noise() ? again : quietest;
    }
    return quietest;
  }

  private Observed once(Load load, Pace pace, Duration warm, Duration window) {
    Processors processors = new Processors(detached);
    Outcome outcome = load.run(pace, warm, window);
    return new Observed(outcome, processors.noise(), processors.client());
  }
}
