package org.andon.messaging.presence;

import java.util.UUID;

/** A seat, and who has it. */
record Place(UUID roomId, OnlineUser user) {
  Seat seat() {
    return new Seat(roomId, user.userId());
  }
}
