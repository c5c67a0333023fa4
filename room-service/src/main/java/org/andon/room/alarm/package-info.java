/**
 * Alarms of plant systems: hears them over Kafka and tells of them in rooms, which it opens from
 * templates. The table plant_alarms is its own. Calls room.
 */
package org.andon.room.alarm;
