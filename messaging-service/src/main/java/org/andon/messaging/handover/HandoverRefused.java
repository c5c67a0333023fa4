package org.andon.messaging.handover;

/** Why something about handovers is not done. */
public abstract sealed class HandoverRefused extends RuntimeException {
  private HandoverRefused(String message) {
    super(message, null, false, false);
  }

  public static final class VersionConflict extends HandoverRefused {
    VersionConflict(long current) {
      super("The schedule has changed meanwhile: its version is " + current + ". Read it again.");
    }
  }

  public static final class NoSuchHandover extends HandoverRefused {
    NoSuchHandover() {
      super("There is no such handover.");
    }
  }

  public static final class NoWriter extends HandoverRefused {
    NoWriter() {
      super("You are owner or editor of no open room there.");
    }
  }

  public static final class OwnHandover extends HandoverRefused {
    OwnHandover() {
      super("You handed this over yourself. Somebody else takes it over.");
    }
  }
}
