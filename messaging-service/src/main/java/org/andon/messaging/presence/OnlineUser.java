package org.andon.messaging.presence;

/** Somebody who is in a room now. */
public record OnlineUser(String userId, String displayName) {}
