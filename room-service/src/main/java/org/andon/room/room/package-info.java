/**
 * Incident rooms: their data, members, lifecycle and rules. Calls publishing (to log a change) and
 * web; the tables rooms and room_members are its own.
 */
package org.andon.room.room;
