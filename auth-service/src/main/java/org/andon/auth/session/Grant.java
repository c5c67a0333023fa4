package org.andon.auth.session;

/** A session and the refresh token that continues it. */
public record Grant(Session session, RefreshToken refreshToken) {}
