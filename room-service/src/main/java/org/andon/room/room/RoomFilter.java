package org.andon.room.room;

import java.util.List;

/**
 * Which rooms to list. An empty list or a null asks for nothing.
 *
 * @param location part of the location, without regard to case or width
 * @param words each of them part of title, description or location, without regard to case or width
 * @param mine whether only rooms the caller is a member of; what others than admins get in any case
 */
record RoomFilter(
    List<RoomStatus> status,
    List<Severity> severity,
    List<IncidentType> incidentType,
    String location,
    List<String> words,
    boolean mine,
    RoomOrder order,
    int limit,
    RoomCursor cursor) {}
