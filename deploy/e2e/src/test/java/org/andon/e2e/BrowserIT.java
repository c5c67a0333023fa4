package org.andon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    int exitCode = playwright.inheritIO().start().waitFor();

    assertThat(exitCode).as("exit code of Playwright, whose output is above").isZero();
  }
}
