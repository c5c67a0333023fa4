package org.andon.auth.throttle;

/**
 * The secret by which a browser is known again.
 *
 * @param isNew whether the browser brought none: it is known for no name
 */
public record Device(String secret, boolean isNew) {}
