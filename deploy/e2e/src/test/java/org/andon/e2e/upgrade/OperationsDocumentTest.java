package org.andon.e2e.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationsDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/operations.md");

  @Test
  void every_step_of_an_upgrade_has_its_row_in_the_document_and_no_other_has() throws IOException {
    String document = Files.readString(DOCUMENT);

    assertThat(document).contains(StepResult.HEAD);
    List<String> rows =
        document
            .substring(document.indexOf(StepResult.HEAD) + StepResult.HEAD.length())
            .lines()
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> line.split(" \\| ", 2)[0])
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(Step.ALL.stream().map(StepResult::described).toList());
  }
}
