package org.andon.room.membership;

import jakarta.validation.constraints.NotNull;
import org.andon.room.room.Role;

/** The role someone gets. */
record PutMember(@NotNull Role role) {}
