package org.andon.bench.files;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.andon.bench.machine.ResidentMemory;
import org.andon.bench.stack.BenchStack;
import org.andon.bench.stack.People;

/**
 * Ten uploads of 50 MiB and ten downloads, all at once: how fast through file-service, how fast by
 * the same client to the object store alone, and how much memory file-service took.
 */
public final class FileScenario {
  private static final int AT_ONCE = 10;
  private static final int FILE_BYTES = 50 * 1024 * 1024;
  private static final int ROUNDS = 3;
  private static final double MIB = 1024 * 1024;
  private static final long MEMORY_LIMIT_MIB = 400;

  private final BenchStack stack;
  private final People people;
  private final PrintStream out;

  public FileScenario(BenchStack stack, People people, PrintStream out) {
    this.stack = stack;
    this.people = people;
    this.out = out;
  }

  /** What one round took. */
  private record Round(double service, double store, long residentMiB) {
    double ratio() {
      return service / store;
    }
  }

  /**
   * @return whether file-service stayed within its memory
   */
  public boolean measure() throws Exception {
    people.signIn(AT_ONCE);
    UUID room = people.openRoom(0, AT_ONCE);
    Path large = largeFile();
    try (ServiceDoor service = new ServiceDoor(stack, people, room, large);
        StoreDoor store = new StoreDoor(stack.objectStore(), large)) {
      // What is downloaded later; and a JVM's first files are its compiler's.
      List<String> files = all(uploads(service::upload));
      all(downloads(store, files, service));
      List<Round> rounds = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        rounds.add(round(service, store, files));
      }
      return tell(rounds);
    } finally {
      Files.delete(large);
    }
  }

  private Round round(ServiceDoor service, StoreDoor store, List<String> files) throws Exception {
    List<String> keys = IntStream.range(0, AT_ONCE).mapToObj(i -> "bench/" + i).toList();
    double alone =
        seconds(
            Stream.concat(
                    uploads(i -> store.upload(keys.get(i))).stream(),
                    downloads(store, files, service).stream())
                .toList());
    try (ResidentMemory memory = ResidentMemory.of(stack.process("file-service"))) {
      double through =
          seconds(
              Stream.concat(
                      uploads(service::upload).stream(),
                      files.stream().map(file -> call(() -> service.download(file))))
                  .toList());
      Round round = new Round(rate(through), rate(alone), memory.peakMiB());
      out.printf(
          Locale.ROOT,
          "files: %.0f MiB/s through file-service, %.0f to the store alone, %d MiB resident%n",
          round.service(),
          round.store(),
          round.residentMiB());
      return round;
    }
  }

  private boolean tell(List<Round> rounds) {
    Round median =
        rounds.stream().sorted(Comparator.comparingDouble(Round::ratio)).toList().get(ROUNDS / 2);
    long peak = rounds.stream().mapToLong(Round::residentMiB).max().orElseThrow();
    boolean within = peak < MEMORY_LIMIT_MIB;
    out.printf(
        Locale.ROOT,
        """

        | ten uploads and ten downloads of 50 MiB at once | through file-service | the store alone | ratio | file-service, resident at most | floor | reached |
        | --- | --- | --- | --- | --- | --- | --- |
        | median of %d | %.0f MiB/s | %.0f MiB/s | %.2f | %d MiB | < %d MiB | %s |
        """,
        ROUNDS,
        median.service(),
        median.store(),
        median.ratio(),
        peak,
        MEMORY_LIMIT_MIB,
        within ? "yes" : "**no**");
    return within;
  }

  private static double rate(double seconds) {
    return 2 * AT_ONCE * FILE_BYTES / MIB / seconds;
  }

  private interface Upload {
    String of(int number) throws Exception;
  }

  private static List<Callable<String>> uploads(Upload upload) {
    return IntStream.range(0, AT_ONCE).mapToObj(number -> call(() -> upload.of(number))).toList();
  }

  private static List<Callable<String>> downloads(
      StoreDoor store, List<String> files, ServiceDoor service) {
    return files.stream().map(file -> call(() -> store.download(service.storeUrl(file)))).toList();
  }

  private static Callable<String> call(Callable<String> call) {
    return call;
  }

  private static double seconds(List<Callable<String>> transfers) throws Exception {
    long begin = System.nanoTime();
    all(transfers);
    return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
  }

  private static List<String> all(List<Callable<String>> transfers) throws Exception {
    List<String> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(transfers.size())) {
      for (Future<String> transfer : threads.invokeAll(transfers)) {
        results.add(transfer.get());
      }
    }
    return results;
  }

  private static Path largeFile() throws Exception {
    Path file = Files.createTempFile("andon-bench", ".pdf");
    return Files.write(file, LargePdf.after(ServiceDoor.HEAD_BYTES, FILE_BYTES));
  }
}
