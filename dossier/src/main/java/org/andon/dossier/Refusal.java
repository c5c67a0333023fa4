package org.andon.dossier;

/** A file that is not looked into any further. */
final class Refusal extends Exception {
  private final Finding finding;

  Refusal(Finding finding) {
    super(finding.toString(), null, false, false);
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
