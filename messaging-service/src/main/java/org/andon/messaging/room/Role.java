package org.andon.messaging.room;

/** What somebody may do in a room. {@code ADMIN} is the system's admin, with an owner's rights. */
public enum Role {
  OWNER,
  EDITOR,
  VIEWER,
  ADMIN;

  public boolean mayWrite() {
    return this != VIEWER;
  }

  /** May delete what others wrote, and see what it said before. */
  public boolean mayModerate() {
    return this == OWNER || this == ADMIN;
  }
}
