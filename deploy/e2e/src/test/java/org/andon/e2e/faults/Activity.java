package org.andon.e2e.faults;

/** What people do, or see, all the time while something breaks. */
enum Activity {
  MESSAGE("messages"),
  DELIVERY("deliveries"),
  SOCKET("sockets"),
  HISTORY("history"),
  ROOM("changes of a room"),
  UPLOAD("uploads"),
  DOWNLOAD("downloads"),
  LOGIN("sign-in"),
  REFRESH("new tokens"),
  /** Seen by the platform, not by people. */
  READINESS("readiness");

  private final String words;

  Activity(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** A socket that stays open says nothing; all else succeeds again and again while all is well. */
  boolean isSteady() {
    return this != SOCKET;
  }
}
