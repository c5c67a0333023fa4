package org.andon.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {
  @TempDir Path data;

  @Test
  void what_a_killed_launcher_left_running_is_ended() throws Exception {
    Process child = new ProcessBuilder("sleep", "1000").start();
    ProcessRecord.in(data).write(List.of(child.toHandle()));

    ProcessRecord.in(data).stopLeftovers();

    assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ProcessRecord.in(data).launcher()).contains(ProcessHandle.current());
  }

  @Test
  void a_process_that_only_has_the_same_id_is_left_alone() throws Exception {
    Process other = new ProcessBuilder("sleep", "1000").start();
    Files.write(data.resolve("processes"), List.of("1 0", other.pid() + " 12345"));

    ProcessRecord.in(data).stopLeftovers();

    assertThat(other.isAlive()).isTrue();
    assertThat(ProcessRecord.in(data).launcher()).isEmpty();
    other.destroyForcibly();
  }
}
