package org.andon.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the servers inside this process log: to a file, since the terminal is for people. */
final class LauncherLog {
  private static final int BYTES = 10_000_000;
  private static final int FILES = 2;

  private LauncherLog() {}

  static void open(Path logs) {
    try {
      LogManager.getLogManager().reset();
      Handler file =
          new FileHandler(logs.resolve("launcher.%g.log").toString(), BYTES, FILES, true);
      file.setFormatter(new SimpleFormatter());
      file.setLevel(Level.INFO);
      Logger.getLogger("").addHandler(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
