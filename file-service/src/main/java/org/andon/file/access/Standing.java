package org.andon.file.access;

/**
 * How someone stands to a room.
 *
 * @param role {@code OWNER}, {@code EDITOR}, {@code VIEWER}, {@code ADMIN}; null for no member
 */
record Standing(String role, boolean archived, boolean deleted) {

  boolean mayRead() {
    return role != null && !deleted;
  }

  boolean mayWrite() {
    return mayRead() && !role.equals("VIEWER");
  }

  boolean mayManage() {
    return mayRead() && (role.equals("OWNER") || role.equals("ADMIN"));
  }
}
