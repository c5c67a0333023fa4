package org.andon.file.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.andon.file.scan.ScanException.Infected;
import org.andon.file.scan.ScanException.ScannerAway;

/** Has clamd look at files, by its command INSTREAM. Blocks. */
@ApplicationScoped
public class VirusScanner {
  /** Ends with a zero byte, as the answer then does. */
  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(US_ASCII);

  private static final int CHUNK_BYTES = 64 * 1024;

  /** Far longer than any; clamd's are about a line. */
  private static final int ANSWER_BYTES = 4 * 1024;

  private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

  private final ScanConfig config;
  private final ScanMeters meters;

  VirusScanner(ScanConfig config, ScanMeters meters) {
    this.config = config;
    this.meters = meters;
  }

  public boolean isOn() {
    return config.enabled();
  }

  /**
   * Nothing, if the scanner is off.
   *
   * @throws ScanException if the file is not known to be clean
   */
  public void requireClean(Path file) {
    if (isOn()) {
      meters.timed(() -> scan(file));
    }
  }

  private void scan(Path file) {
    String verdict = ask(file);
    Matcher found = FOUND.matcher(verdict);
    if (found.matches()) {
      throw new Infected(found.group(1));
    }
    if (!verdict.equals("stream: OK")) {
      throw new ScannerAway(verdict);
    }
  }

  private String ask(Path file) {
    try (Socket clamd = new Socket()) {
      clamd.connect(
          new InetSocketAddress(config.host(), config.port()),
          Math.toIntExact(config.connectTimeout().toMillis()));
      // A clamd that reads no further is not bounded by the time for an answer.
      delayedExecutor(config.scanTime().toMillis(), MILLISECONDS).execute(() -> close(clamd));
      clamd.setSoTimeout(Math.toIntExact(config.answerTimeout().toMillis()));
      send(file, clamd);
      byte[] answer = clamd.getInputStream().readNBytes(ANSWER_BYTES);
      return new String(answer, UTF_8).replace("\0", "").strip();
    } catch (IOException e) {
      throw new ScannerAway(e);
    }
  }

  private static void close(Socket clamd) {
    try {
      clamd.close();
    } catch (IOException e) {
      // It is closed, then.
    }
  }

  /** In chunks, each behind its length; one of length zero is the end. */
  private static void send(Path file, Socket clamd) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      DataOutputStream output =
          new DataOutputStream(new BufferedOutputStream(clamd.getOutputStream(), CHUNK_BYTES));
      output.write(COMMAND);
      byte[] chunk = new byte[CHUNK_BYTES];
      for (int length = content.read(chunk); length >= 0; length = content.read(chunk)) {
        output.writeInt(length);
        output.write(chunk, 0, length);
      }
      output.writeInt(0);
      output.flush();
    }
  }
}
