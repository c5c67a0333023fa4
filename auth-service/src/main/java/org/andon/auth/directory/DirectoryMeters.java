package org.andon.auth.directory;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.function.Supplier;

/** How long the directory takes, and whether it answers. */
@Startup
@ApplicationScoped
class DirectoryMeters {

  private static final String ANSWERED = "answered";

  /** What the directory is asked. */
  enum Question {
    AUTHENTICATE,
    PERSON,
    PEOPLE,
    SEARCH
  }

  private final MeterRegistry registry;

  DirectoryMeters(MeterRegistry registry) {
    this.registry = registry;
    for (var question : Question.values()) {
      timer(question, ANSWERED);
      timer(question, outcome(new DirectoryFailure.Unavailable(null, null)));
    }
  }

  <T> T timed(Question question, Supplier<T> answer) {
    var began = Timer.start(registry);
    try {
      var given = answer.get();
      began.stop(timer(question, ANSWERED));
      return given;
    } catch (RuntimeException e) {
      began.stop(timer(question, outcome(e)));
      throw e;
    }
  }

  private static String outcome(RuntimeException failure) {
    return switch (failure) {
      case DirectoryFailure.Unavailable away -> "unavailable";
      case DirectoryFailure.TooManyHits tooMany -> "too_many_hits";
      default -> "failed";
    };
  }

  private Timer timer(Question question, String outcome) {
    return Timer.builder("andon.directory")
        .description("Questions to the directory, each of several requests")
        .tag("question", question.name().toLowerCase(Locale.ROOT))
        .tag("outcome", outcome)
        .register(registry);
  }
}
