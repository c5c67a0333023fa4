package org.andon.file.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.coobird.thumbnailator.Thumbnails;
import org.andon.file.preview.PreviewException.Busy;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jboss.logging.Logger;

/** Has a page drawn by a process of its own, of bounded memory and time. */
final class PagePreview {
  /** One class of each library that drawing needs. */
  private static final List<Class<?>> LIBRARIES =
      List.of(
          DrawPage.class,
          Loader.class,
          IOUtils.class,
          FontBoxFont.class,
          BouncyCastleProvider.class,
          LogFactory.class,
          Logger.class,
          Thumbnails.class);

  private static final String CLASS_PATH =
      LIBRARIES.stream()
          .map(PagePreview::source)
          .distinct()
          .collect(Collectors.joining(File.pathSeparator));

  /** For a short life: little is worth compiling well, and nothing may be left behind. */
  private static final List<String> SHORT_LIVED =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:MaxMetaspaceSize=64m",
          "-XX:ReservedCodeCacheSize=24m",
          "-XX:MaxDirectMemorySize=8m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:+SuppressFatalErrorMessage",
          "-Djava.awt.headless=true",
          "-Dorg.jboss.logging.provider=jdk");

  /** Not started; ended by SIGHUP, SIGINT or SIGTERM. All others are the file's fault. */
  private static final Set<Integer> UNRELATED = Set.of(1, 129, 130, 143);

  /** Of what goes into the log. */
  private static final int MAX_REASON = 500;

  /** Three bytes for every pixel of the largest preview there is, which no JPEG comes near. */
  private final int maxBytes;

  private final PreviewConfig config;

  PagePreview(PreviewConfig config) {
    this.config = config;
    int widest = config.widths().stream().mapToInt(Integer::intValue).max().orElseThrow();
    this.maxBytes = 3 * widest * widest * Picture.MAX_ASPECT;
  }

  /**
   * @throws IOException if there is no drawing it
   * @throws Busy if there may be another time
   */
  byte[] render(Path file, int width) throws IOException {
    Process drawing = start(file, width);
    try {
      // Its end is the end of its output, too, for which the next line waits.
      delayedExecutor(config.pageTime().toMillis(), MILLISECONDS).execute(() -> kill(drawing));
      byte[] output = drawing.getInputStream().readNBytes(maxBytes + 1);
      if (output.length > maxBytes) {
        throw new IOException("more than a preview can have");
      }
      return checked(drawing.waitFor(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy(e);
    } finally {
      kill(drawing);
    }
  }

  private Process start(Path file, int width) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHORT_LIVED);
    command.add("-Xmx" + config.pageMemory().asLongValue());
    command.addAll(List.of("-cp", CLASS_PATH, DrawPage.class.getName()));
    Stream.of(file, width, config.maxPixels()).map(String::valueOf).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
    // In ours are passwords, and options that are ours alone.
    builder.environment().clear();
    try {
      return builder.start();
    } catch (IOException e) {
      throw new Busy(e);
    }
  }

  private static byte[] checked(int exitCode, byte[] output) throws IOException {
    if (exitCode == 0) {
      return output;
    }
    String said = new String(output, 0, Math.min(output.length, MAX_REASON), UTF_8).strip();
    IOException reason = new IOException("exit code %d: %s".formatted(exitCode, said));
    if (UNRELATED.contains(exitCode)) {
      throw new Busy(reason);
    }
    throw reason;
  }

  private static void kill(Process drawing) {
    if (drawing.isAlive()) {
      drawing.descendants().forEach(ProcessHandle::destroyForcibly);
      drawing.destroyForcibly();
    }
  }

  /** Where the class was loaded from, whichever way the service was packaged. */
  private static String source(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
