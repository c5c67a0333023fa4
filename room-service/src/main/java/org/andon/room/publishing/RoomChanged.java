package org.andon.room.publishing;

/** Fired inside a transaction that has logged a change; seen by the publisher once committed. */
record RoomChanged() {}
