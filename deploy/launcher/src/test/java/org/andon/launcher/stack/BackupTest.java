package org.andon.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.andon.launcher.StackProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused; the rest needs a stack that runs, and is in BackupIT. */
class BackupTest {
  private final Progress progress = new Progress(System.out);

  @TempDir Path directory;
  private Path backup;
  private Path data;

  @BeforeEach
  void makeDirectories() throws Exception {
    backup = Files.createDirectories(directory.resolve("backup"));
    data = Files.createDirectories(directory.resolve("data"));
  }

  @Test
  void a_stack_that_does_not_run_is_not_backed_up() {
    assertThatThrownBy(() -> Backup.take(data, backup, progress))
        .isInstanceOf(StackProblem.class)
        .hasMessageContaining("./andon up");
  }

  @Test
  void a_backup_goes_to_a_directory_of_its_own() throws Exception {
    ProcessRecord.in(data).write(List.of());
    Files.writeString(backup.resolve("finished-at"), "yesterday");

    assertThatThrownBy(() -> Backup.take(data, backup, progress))
        .isInstanceOf(StackProblem.class)
        .hasMessageContaining("not empty");
    assertThat(backup.resolve("finished-at")).hasContent("yesterday");
  }

  @Test
  void a_backup_that_was_cut_short_is_not_restored() throws Exception {
    Files.createDirectories(backup.resolve("postgres"));

    assertThatThrownBy(() -> Backup.restore(backup, data, true, progress))
        .isInstanceOf(StackProblem.class)
        .hasMessageContaining("no complete backup");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void data_that_is_there_is_not_written_over() throws Exception {
    Files.writeString(backup.resolve("finished-at"), "yesterday");
    Path theirs = Files.createDirectories(data.resolve("postgres")).resolve("theirs");
    Files.writeString(theirs, "kept");

    assertThatThrownBy(() -> Backup.restore(backup, data, false, progress))
        .isInstanceOf(StackProblem.class)
        .hasMessageContaining("--reset");
    assertThat(theirs).hasContent("kept");
  }
}
