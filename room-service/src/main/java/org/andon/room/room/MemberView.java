package org.andon.room.room;

import java.time.Instant;

/** A member of a room. */
public record MemberView(String userId, Role role, Instant joinedAt) {

  static MemberView of(String userId, Member member) {
    return new MemberView(userId, member.role(), member.joinedAt());
  }
}
