/** The checklist of a room over HTTP. Calls room for the rules and web. */
package org.andon.room.checklist;
