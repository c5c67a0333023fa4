package org.andon.e2e.traffic;

/** What people do, or see, all the time while something breaks. */
public enum Activity {
  MESSAGE("messages"),
  DELIVERY("deliveries"),
  /** What is said in a room when its title is changed. */
  NEWS("news of changes"),
  SOCKET("sockets"),
  HISTORY("history"),
  ROOM("changes of a room"),
  UPLOAD("uploads"),
  DOWNLOAD("downloads"),
  LOGIN("sign-in"),
  REFRESH("new tokens"),
  /** Straight at a pod: seen by the platform, not by people, who go through the gateway. */
  POD_DELIVERY("deliveries of a pod"),
  POD_SOCKET("sockets of a pod"),
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
    return this != SOCKET && this != POD_SOCKET;
  }

  public boolean isSeenByPeople() {
    return compareTo(POD_DELIVERY) < 0;
  }
}
