/**
 * What people hear of all their rooms while they are in none: unread figures, mentions, rooms that
 * change. Calls reading; is told by rooms.
 */
package org.andon.messaging.feed;
