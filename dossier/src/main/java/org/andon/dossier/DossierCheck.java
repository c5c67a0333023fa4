package org.andon.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.andon.dossier.Finding.Kind;
import org.andon.dossier.Verdict.Outcome;

/** Tells whether a dossier is as it was sealed, and by whom it was. */
final class DossierCheck {
  private final Optional<TrustedKeys> trusted;

  /**
   * @param trusted without them it can be told that a dossier is consistent, but not whose it is
   */
  DossierCheck(Optional<TrustedKeys> trusted) {
    this.trusted = trusted;
  }

  Verdict check(Path path) {
    try (DossierZip zip = DossierZip.open(path)) {
      return check(zip);
    } catch (Refusal refusal) {
      return new Verdict(Outcome.REFUSED, List.of(refusal.finding()), null);
    }
  }

  private Verdict check(DossierZip zip) throws Refusal {
    if (!zip.names().contains(DossierFormat.MANIFEST)) {
      throw new Refusal(Finding.of(Kind.NOT_A_DOSSIER));
    }
    byte[] bytes = zip.read(DossierFormat.MANIFEST);
    Manifest manifest = manifest(bytes);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(seal(zip, manifest, bytes));
    EventsCheck events = new EventsCheck(manifest.events().entries());
    findings.addAll(events.manifest(manifest.events().lastChain(), manifest.events().count()));
    findings.addAll(events(zip, events));
    findings.addAll(new FilesCheck(zip).files(manifest.files()));
    return new Verdict(outcome(findings), List.copyOf(findings), manifest);
  }

  private Outcome outcome(List<Finding> findings) {
    if (!findings.isEmpty()) {
      return Outcome.BROKEN;
    }
    return trusted.isPresent() ? Outcome.PROVEN : Outcome.CONSISTENT;
  }

  private static Manifest manifest(byte[] bytes) throws Refusal {
    try {
      Manifest manifest = DossierFormat.JSON.readValue(bytes, Manifest.class);
      if (manifest != null
          && DossierFormat.NAME.equals(manifest.format())
          && manifest.version() == DossierFormat.VERSION
          && complete(manifest)) {
        return manifest;
      }
    } catch (IOException _) {
      // As one that says something else.
    }
    throw new Refusal(Finding.of(Kind.NOT_A_DOSSIER));
  }

  private static boolean complete(Manifest manifest) {
    return Stream.of(
                manifest.room(),
                manifest.madeAt(),
                manifest.madeBy(),
                manifest.key(),
                manifest.events(),
                manifest.files(),
                manifest.deletedFiles())
            .allMatch(Objects::nonNull)
        && manifest.events().entries() != null
        && Sha256.areHashes(manifest.events().entries().stream().map(Manifest.Event::sha256));
  }

  private List<Finding> seal(DossierZip zip, Manifest manifest, byte[] bytes) throws Refusal {
    if (!zip.names().contains(DossierFormat.SIGNATURE)) {
      return List.of(Finding.file(Kind.FILE_REMOVED, DossierFormat.SIGNATURE));
    }
    PublicSealingKey key;
    try {
      key = new PublicSealingKey(manifest.key().x());
    } catch (IllegalArgumentException | NullPointerException _) {
      return List.of(Finding.of(Kind.SIGNATURE_WRONG));
    }
    if (!key.signed(bytes, zip.read(DossierFormat.SIGNATURE))) {
      return List.of(Finding.of(Kind.SIGNATURE_WRONG));
    }
    return trusted.isEmpty() || trusted.get().contains(key)
        ? List.of()
        : List.of(Finding.of(Kind.KEY_UNKNOWN));
  }

  private static List<Finding> events(DossierZip zip, EventsCheck check) throws Refusal {
    if (!zip.names().contains(DossierFormat.EVENTS)) {
      return List.of(Finding.file(Kind.FILE_REMOVED, DossierFormat.EVENTS));
    }
    try (InputStream events = zip.open(DossierFormat.EVENTS)) {
      return check.lines(new EventLines(events));
    } catch (IOException _) {
      throw new Refusal(Finding.file(Kind.UNREADABLE, DossierFormat.EVENTS));
    }
  }
}
