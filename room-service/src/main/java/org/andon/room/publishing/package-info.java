/**
 * Puts every committed change of a room on Kafka, in order and for certain, from the table
 * room_changes. Knows rooms only by id and version; calls nothing else of the service.
 */
package org.andon.room.publishing;
