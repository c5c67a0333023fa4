package org.andon.auth.token;

import java.time.Duration;

/** A signed JWT and how long it is valid from now. */
public record AccessToken(String value, Duration lifetime) {}
