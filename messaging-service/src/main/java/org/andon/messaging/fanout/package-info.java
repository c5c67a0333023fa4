/**
 * Between pods: every committed event to Kafka for certain, and from Kafka, or the database where
 * Kafka is late, to the rooms of this pod.
 */
package org.andon.messaging.fanout;
