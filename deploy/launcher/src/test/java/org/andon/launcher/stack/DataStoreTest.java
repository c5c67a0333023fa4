package org.andon.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataStoreTest {
  @TempDir Path directory;

  @Test
  void a_reset_takes_away_a_stacks_data_and_nothing_else() throws Exception {
    Path data = Files.createDirectories(directory.resolve("data"));
    Files.createDirectories(data.resolve("postgres/cluster"));
    Files.writeString(data.resolve("secrets.properties"), "old");
    Files.writeString(data.resolve("thesis.txt"), "not ours");
    Path link = Files.createSymbolicLink(directory.resolve("link"), data);

    try (DataStore store = new DataStore(link, true)) {
      assertThat(store.logs()).isDirectory();
    }

    assertThat(data.resolve("postgres")).doesNotExist();
    assertThat(data.resolve("secrets.properties")).doesNotExist();
    assertThat(data.resolve("thesis.txt")).exists();
  }

  @Test
  void a_second_stack_on_the_same_data_is_refused() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                directory.toString())
            .start();
    assertThat(holder.inputReader().readLine()).isEqualTo("locked");

    try {
      assertThatThrownBy(() -> new DataStore(directory, false))
          .hasMessageContaining("already runs");
    } finally {
      holder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    new DataStore(directory, false).close();
  }

  /** Holds a directory until it is killed. */
  static final class LockHolder {
    private LockHolder() {}

    public static void main(String[] args) throws InterruptedException {
      DataStore store = new DataStore(Path.of(args[0]), false);
      System.out.println("locked");
      Thread.sleep(60_000);
      store.close();
    }
  }

  @Test
  void secrets_stay_the_same_over_starts_and_are_readable_by_their_owner_alone() throws Exception {
    String first = new Secrets(directory).get("s3.secret-key");

    assertThat(new Secrets(directory).get("s3.secret-key")).isEqualTo(first).hasSize(48);
    assertThat(Files.getPosixFilePermissions(directory.resolve("secrets.properties"))).hasSize(2);
    assertThat(Files.getPosixFilePermissions(directory.resolve("signing-key.pem"))).hasSize(2);
  }
}
