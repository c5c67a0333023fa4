/**
 * Puts every event that a service has committed on Kafka, in order and for certain. Knows no
 * service: what is pending is the service's own to say, as an {@link org.andon.outbox.Outbox}.
 */
package org.andon.outbox;
