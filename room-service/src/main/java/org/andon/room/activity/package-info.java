/** Who changed what in a room and when, read from the log of changes. Calls room and web. */
package org.andon.room.activity;
