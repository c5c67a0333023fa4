/**
 * What users are told of: mentions, assignments, readings out of bounds, incidents nobody responds
 * to. Owns the list, each user's settings and what goes out of it; hears of rooms by {@link
 * org.andon.room.publishing.RoomChanged}, of messages over Kafka.
 */
package org.andon.room.notification;
