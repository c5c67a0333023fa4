package org.andon.messaging.message;

/** What a sender's id tells. */
final class Senders {
  /** How auth-service names service accounts, and never a person. */
  private static final String MACHINE = "machine:";

  private Senders() {}

  static boolean isMachine(String userId) {
    return userId.startsWith(MACHINE);
  }
}
