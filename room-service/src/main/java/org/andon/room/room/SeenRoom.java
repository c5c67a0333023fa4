package org.andon.room.room;

/** A room and the role the one who looks at it has there, or null. */
record SeenRoom(Room room, Role role) {}
