package org.andon.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.andon.dossier.Cases.Case;
import org.andon.dossier.Cases.Found;
import org.andon.dossier.Verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DossierCheckTest {
  private static final Cases CASES = Cases.read();
  private static final SampleDossier SAMPLE = new SampleDossier(CASES);
  private static final TrustedKeys KEYS =
      new TrustedKeys(List.of(new PublicSealingKey(CASES.publicKey())));

  @TempDir Path directory;

  static List<Case> cases() {
    return CASES.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_was_done_is_found_and_named(Case broken) throws IOException {
    Path file = Files.write(directory.resolve("it.zip"), SAMPLE.after(broken.steps()));

    Verdict verdict = new DossierCheck(Optional.of(KEYS)).check(file);

    assertThat(verdict.findings().stream().map(Found::of)).isEqualTo(broken.findings());
    assertThat(verdict.outcome().wireName()).isEqualTo(broken.outcome());
  }

  /** The SPA's tests begin with these very bytes. */
  @Test
  void manifest_and_signature_are_those_that_the_browser_checks() throws IOException {
    Map<String, byte[]> entries = SampleDossier.entries(SAMPLE.written());

    assertThat(new String(entries.get("manifest.json"), UTF_8)).isEqualTo(CASES.manifest());
    assertThat(HexFormat.of().formatHex(entries.get("manifest.sig"))).isEqualTo(CASES.signature());
  }

  @Test
  void without_keys_nobody_can_tell_whose_it_is() throws IOException {
    Path file = Files.write(directory.resolve("it.zip"), SAMPLE.written());

    assertThat(new DossierCheck(Optional.empty()).check(file).outcome())
        .isEqualTo(Outcome.CONSISTENT);
  }

  /** Wherever it breaks off: what was sent is never taken for the whole. */
  @Test
  void no_part_of_a_dossier_passes_for_one() throws IOException {
    byte[] whole = SAMPLE.written();
    for (int length = 0; length < whole.length; length += 7) {
      Path file = Files.write(directory.resolve("part.zip"), Arrays.copyOf(whole, length));

      Verdict verdict = new DossierCheck(Optional.of(KEYS)).check(file);

      assertThat(verdict.outcome()).as("%d bytes", length).isEqualTo(Outcome.REFUSED);
    }
  }
}
