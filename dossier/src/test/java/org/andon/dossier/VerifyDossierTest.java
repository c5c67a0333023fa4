package org.andon.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyDossierTest {
  private static final Cases CASES = Cases.read();
  private static final PublicSealingKey KEY = new PublicSealingKey(CASES.publicKey());

  @TempDir Path directory;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private String keys;

  @BeforeEach
  void publishedKeys() throws IOException {
    keys = directory.resolve("keys.json").toString();
    DossierFormat.JSON.writeValue(Path.of(keys).toFile(), Map.of("keys", List.of(KEY.jwk())));
  }

  private String dossier(String name) throws IOException {
    var steps =
        CASES.cases().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    return Files.write(
            directory.resolve("dossier.zip"), new SampleDossier(CASES).after(steps.steps()))
        .toString();
  }

  private int run(String... arguments) {
    return VerifyDossier.run(List.of(arguments), new PrintStream(said, true, UTF_8));
  }

  private String said() {
    return said.toString(UTF_8);
  }

  @Test
  void one_that_is_right_ends_with_0() throws IOException {
    assertThat(run(dossier("nothing was done to it"), "--keys", keys)).isZero();

    assertThat(said()).contains("3 號線烤箱溫度異常", "5 events", "RIGHT", KEY.id());
  }

  @Test
  void one_that_was_changed_ends_with_1_and_says_what() throws IOException {
    assertThat(run(dossier("two events were swapped"), "--keys", keys)).isEqualTo(1);

    assertThat(said()).contains("NOT AS IT WAS SEALED", "  - events 2 to 3 were moved");
  }

  @Test
  void without_keys_it_ends_with_2_and_asks_to_compare_the_key() throws IOException {
    assertThat(run(dossier("nothing was done to it"))).isEqualTo(2);

    assertThat(said()).contains("CONSISTENT, signed by key " + KEY.id(), "Compare it");
  }

  @Test
  void what_cannot_be_checked_ends_with_2_and_says_why() throws IOException {
    assertThat(run(dossier("the file is cut short"), "--keys", keys)).isEqualTo(2);
    assertThat(run(directory.resolve("none.zip").toString())).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(run(dossier("nothing was done to it"), "--keys", "none.json")).isEqualTo(2);

    assertThat(said())
        .contains("cut short or damaged", "there is no file", "Usage", "no keys can be read");
  }

  @Test
  void a_forger_cannot_write_to_the_terminal() throws IOException {
    byte[] zip = new SampleDossier(CASES).written();
    Map<String, byte[]> entries = SampleDossier.entries(zip);
    String manifest = new String(entries.get("manifest.json"), UTF_8);

    assertThat(manifest).isEqualTo(CASES.manifest());
    assertThat(PlainWords.lines(List.of(Finding.file(Finding.Kind.FILE_ADDED, "\u001b[2Jx"))))
        .containsExactly("\uFFFD[2Jx was added");
  }
}
