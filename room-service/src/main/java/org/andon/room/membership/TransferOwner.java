package org.andon.room.membership;

import jakarta.validation.constraints.NotNull;
import org.andon.room.room.UserId;

/** Who becomes owner in the caller's place. */
record TransferOwner(@NotNull @UserId.Valid String userId) {
  TransferOwner {
    userId = UserId.normalized(userId);
  }
}
