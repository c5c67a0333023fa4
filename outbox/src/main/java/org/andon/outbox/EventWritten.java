package org.andon.outbox;

/**
 * Fired in a transaction that adds to the {@link Outbox}: it is published as soon as that commits.
 */
public interface EventWritten {}
