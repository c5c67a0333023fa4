/**
 * What people hear of all their rooms while they are in none: unread figures, mentions, rooms that
 * change, handovers. Calls reading; is told by rooms and handovers.
 */
package org.andon.messaging.feed;
