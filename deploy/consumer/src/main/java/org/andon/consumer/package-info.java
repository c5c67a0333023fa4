/**
 * How a plant system reads Andon's topics, with nothing but Kafka's own client: the states of all
 * incidents, and what happens in them. Explained in {@code docs/consuming-events.md}.
 */
package org.andon.consumer;
