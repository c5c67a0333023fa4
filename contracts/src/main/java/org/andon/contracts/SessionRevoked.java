package org.andon.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A session ended before its time; on {@link TopicNames#SESSIONS} as {@code ce_type} {@link #TYPE}.
 * From now on its access tokens are refused and its sockets closed. It may come more than once.
 *
 * @param sid the session: the {@code sid} claim of its access tokens
 * @param userId whose session it was
 * @param reason {@code logged_out}, {@code ended_by_user}, {@code ended_by_admin}, {@code
 *     refresh_token_reused}, {@code account_refused}, {@code service_account_changed} or {@code
 *     service_account_revoked}
 * @param until when the last access token of the session has expired; after it there is nothing
 *     left to refuse, and the event can be forgotten
 */
public record SessionRevoked(UUID sid, String userId, String reason, Instant until) {
  public static final String TYPE = "andon.session.revoked";
}
