package org.andon.messaging.dossier;

/** Why there is no dossier. */
public abstract sealed class DossierRefused extends RuntimeException {
  private DossierRefused(String message) {
    super(message, null, false, false);
  }

  public static final class NotAnOwner extends DossierRefused {
    NotAnOwner() {
      super("Only an owner of the room may take its dossier.");
    }
  }

  public static final class TooLarge extends DossierRefused {
    TooLarge(String what, int most) {
      super("The room has more than %d %s, which no dossier holds.".formatted(most, what));
    }
  }
}
