package org.andon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the Playwright tests of {@code browser/} in a real Chromium against the stack. */
@ExtendWith(SharedStack.class)
class BrowserIT {
  private final Stack stack;

  BrowserIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  void the_browser_tests_pass() throws IOException, InterruptedException {
    ProcessBuilder playwright = new ProcessBuilder("npx", "--no-install", "playwright", "test");
    playwright.environment().put("ANDON_GATEWAY", stack.gateway().toString());

    // To a file: what a child writes to this process' own output confuses Maven's test runner.
    Path output = Path.of("target/playwright.log");
    int exitCode =
        playwright.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();

    String said = Files.readString(output);
    System.out.println(said);
    assertThat(exitCode).as("exit code of Playwright, which said:%n%s", endOf(said)).isZero();
  }

  /** Where the failures stand, whatever came before. */
  private static String endOf(String said) {
    return said.substring(Math.max(0, said.length() - 6_000));
  }
}
