/** Figures over many rooms, read from the table rooms. Calls room and web. */
package org.andon.room.statistics;
