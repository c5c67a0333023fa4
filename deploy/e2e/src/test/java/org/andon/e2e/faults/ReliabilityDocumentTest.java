package org.andon.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/reliability.md");

  @Test
  void every_fault_has_its_row_in_the_document_and_no_other_has() throws IOException {
    List<String> rows =
        Files.readAllLines(DOCUMENT).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split(" \\| ", 2)[0])
            .toList();

    assertThat(rows).containsExactlyElementsOf(Faults.ALL.stream().map(Result::described).toList());
  }

  @Test
  void the_document_tells_what_the_table_tells() throws IOException {
    assertThat(Files.readString(DOCUMENT)).contains(Result.HEAD.strip());
  }
}
