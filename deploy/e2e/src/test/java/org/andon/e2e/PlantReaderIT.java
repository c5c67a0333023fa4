package org.andon.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The reader of docs/consuming-events.md, started as the document says. */
@ExtendWith(SharedStack.class)
class PlantReaderIT {
  private static final Path HOME = Path.of("../..");
  private static final Duration READ = Duration.ofSeconds(30);

  @TempDir Path folder;

  private final Stack stack;
  private final Person wei;
  private Process reader;

  PlantReaderIT(Stack stack) {
    this.stack = stack;
    wei = Person.signIn(stack, "li.wei");
  }

  @AfterEach
  void stop() {
    reader.destroyForcibly();
  }

  @Test
  void a_plant_system_reads_each_event_once_and_goes_on_after_it_was_killed() throws Exception {
    String title = "烤箱 " + UUID.randomUUID();
    UUID room = wei.createRoom(title, Map.of());
    RoomClient socket = wei.open(room);
    socket.post("溫度異常 🔥");
    Path first = folder.resolve("first.txt");
    start(first);
    awaitLine(first, "溫度異常 🔥");

    reader.destroyForcibly().waitFor();
    socket.post("降溫中");
    Path second = folder.resolve("second.txt");
    start(second);
    awaitLine(second, "降溫中");
    socket.post("恢復");
    awaitLine(second, "恢復");

    assertThat(linesOf(title, first))
        .containsExactly(
            "[" + title + "] #1 room_created by li.wei@plant.example",
            "[" + title + "] #2 李偉: 溫度異常 🔥");
    // Killed before it told Kafka, it may be given what it had printed again.
    assertThat(linesOf(title, second))
        .endsWith("[" + title + "] #3 李偉: 降溫中", "[" + title + "] #4 李偉: 恢復")
        .doesNotHaveDuplicates();
    socket.close();
  }

  /** Fails with all that the reader has said. */
  private static void awaitLine(Path output, String text) {
    await().atMost(READ).untilAsserted(() -> assertThat(output).content().contains(text));
  }

  private List<String> linesOf(String title, Path output) throws IOException {
    return Files.readAllLines(output).stream()
        .filter(line -> line.startsWith("[" + title + "]"))
        .toList();
  }

  /** The document's own command line, at this stack's Kafka. */
  private void start(Path output) throws IOException {
    String documented =
        Files.readString(HOME.resolve("docs/consuming-events.md"))
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("java -jar deploy/consumer/"))
            .findFirst()
            .orElseThrow();
    String command = documented.replace("localhost:9092", stack.kafka());
    assertThat(command).endsWith(stack.kafka());
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", "exec " + command)
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().merge("PATH", java, (path, bin) -> bin + ":" + path);
    reader = builder.start();
  }
}
