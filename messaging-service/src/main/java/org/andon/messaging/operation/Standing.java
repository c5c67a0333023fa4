package org.andon.messaging.operation;

import java.util.UUID;
import org.andon.messaging.room.Caller;
import org.andon.messaging.room.Role;

/** Who somebody is in a room, now. */
public record Standing(UUID roomId, Caller caller, Role role, boolean archived) {}
