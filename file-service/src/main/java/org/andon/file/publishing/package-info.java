/**
 * Puts every file's event on Kafka for certain, from the table files. Calls file only for its
 * event.
 */
package org.andon.file.publishing;
