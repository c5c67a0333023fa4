package org.andon.room.room;

/** What a member may do: an OWNER manages and writes, an EDITOR writes, a VIEWER reads. */
public enum Role {
  OWNER,
  EDITOR,
  VIEWER
}
