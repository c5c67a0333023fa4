package org.andon.dossier;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Tells a verdict to people. */
final class PlainWords {
  private final PrintStream out;

  PlainWords(PrintStream out) {
    this.out = out;
  }

  void tell(Verdict verdict) {
    if (verdict.manifest() != null) {
      describe(verdict.manifest());
    }
    switch (verdict.outcome()) {
      case PROVEN ->
          out.println(
              "RIGHT: nothing was changed, removed, added or moved since it was signed by key "
                  + keyOf(verdict)
                  + ", which is among the given ones.");
      case CONSISTENT -> {
        out.println("CONSISTENT, signed by key " + keyOf(verdict) + ".");
        out.println(
            "Whose key that is, the dossier cannot prove. Compare it with the \"kid\"s your Andon"
                + " publishes at /api/dossier-keys, or give them with --keys.");
      }
      case BROKEN -> out.println("NOT AS IT WAS SEALED:");
      case REFUSED -> out.println("NOT CHECKED:");
    }
    lines(verdict.findings()).forEach(line -> out.println("  - " + line));
  }

  private void describe(Manifest manifest) {
    out.println(
        printable(
            "Dossier of \"%s\" (room %s), made %s by %s <%s>: %d events, %d other files, %d deleted"
                    .formatted(
                        manifest.room().title(),
                        manifest.room().roomId(),
                        manifest.madeAt(),
                        manifest.madeBy().displayName(),
                        manifest.madeBy().userId(),
                        manifest.events().entries().size(),
                        manifest.files().size(),
                        manifest.deletedFiles().size())
                + " before."));
  }

  private static String keyOf(Verdict verdict) {
    return new PublicSealingKey(verdict.manifest().key().x()).id();
  }

  /** Findings about neighbouring events are one line. */
  static List<String> lines(List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    for (int from = 0, to; from < findings.size(); from = to) {
      Finding first = findings.get(from);
      to = from + 1;
      while (to < findings.size() && follows(findings.get(to - 1), findings.get(to))) {
        to++;
      }
      lines.add(printable(line(first, findings.get(to - 1))));
    }
    return lines;
  }

  private static boolean follows(Finding before, Finding finding) {
    return before.kind() == finding.kind()
        && (before.event() != null
                && finding.event() != null
                && finding.event() == before.event() + 1
            || before.line() != null
                && finding.line() != null
                && finding.line() == before.line() + 1);
  }

  private static String line(Finding first, Finding last) {
    boolean one = first.equals(last);
    String events =
        one
            ? "event %d was".formatted(first.event())
            : "events %d to %d were".formatted(first.event(), last.event());
    return switch (first.kind()) {
      case UNREADABLE ->
          first.file() == null
              ? "it is no ZIP file, or it is cut short or damaged"
              : first.file() + " is damaged and cannot be read";
      case UNSAFE_NAME ->
          "it holds a file named \"" + first.file() + "\", which no dossier does: do not unpack it";
      case NAME_TWICE ->
          "it holds two files named " + first.file() + ": programs differ in which they show";
      case TOO_LARGE -> first.file() + " would unpack to more than any dossier does: do not";
      case NOT_A_DOSSIER ->
          "it has no " + DossierFormat.MANIFEST + " that this version understands";
      case SIGNATURE_WRONG ->
          "the signature does not fit: "
              + DossierFormat.MANIFEST
              + " or "
              + DossierFormat.SIGNATURE
              + " was changed";
      case KEY_UNKNOWN -> "it is signed by a key that is not among the given ones";
      case CHAIN_BROKEN ->
          first.event() == null
              ? "the manifest's chain of hashes does not end as it says"
              : "the manifest's chain of hashes breaks at event " + first.event();
      case EVENT_MISSING ->
          "event " + first.event() + " was never in it: the manifest's numbers have a gap there";
      case EVENT_CHANGED -> events + " changed";
      case EVENT_REMOVED -> events + " removed";
      case EVENT_MOVED -> events + " moved";
      case EVENT_ADDED ->
          (one
                  ? "line %d".formatted(first.line())
                  : "lines %d to %d".formatted(first.line(), last.line()))
              + " of "
              + DossierFormat.EVENTS
              + (one ? " was added" : " were added");
      case FILE_CHANGED -> first.file() + " was changed";
      case FILE_REMOVED -> first.file() + " was removed";
      case FILE_ADDED -> first.file() + " was added";
    };
  }

  /** What a forger wrote is not to move the cursor of whoever reads it. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
  }
}
