package org.andon.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ./andon faults}: everything that may break is broken once, while people work. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
  private static final Path TABLE = Path.of("../../target/faults.md");

  private final List<Result> results = new ArrayList<>();
  private FaultyStack stack;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    stack = FaultyStack.start();
  }

  @AfterAll
  void writeTable() throws IOException {
    if (stack == null) {
      return;
    }
    stack.close();
    Files.createDirectories(TABLE.getParent());
    Files.writeString(
        TABLE,
        results.stream().map(Result::row).collect(Collectors.joining("\n", Result.HEAD, "\n")));
  }

  static Stream<Fault> faults() {
    String only = System.getProperty("faults.only", "");
    Set<String> names = Set.of(only.split(","));
    List<Fault> chosen =
        Faults.ALL.stream().filter(it -> only.isEmpty() || names.contains(it.name())).toList();
    assertThat(chosen).as("faults named " + only).isNotEmpty();
    return chosen.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void nothing_acknowledged_is_lost_and_all_is_well_again(Fault fault) throws Exception {
    fault.obstacle(stack).ifPresent(Assumptions::abort);

    results.add(new Experiment(stack).run(fault));
  }
}
