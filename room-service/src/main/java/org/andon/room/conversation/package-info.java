/**
 * What messages mean to a room: that it is active, and that somebody has responded. Hears them over
 * Kafka and writes the times into the table rooms; calls nothing else of the service. Tells whoever
 * observes {@link org.andon.room.conversation.MessageRewritten}.
 */
package org.andon.room.conversation;
