package org.andon.messaging.mention;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import org.andon.messaging.query.Page;
import org.andon.messaging.query.Parameters;
import org.andon.messaging.room.Callers;

/** The messages that mention the caller. */
@Path("/api/me/mentions")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class MentionResource {
  private final Mentions mentions;
  private final SecurityIdentity identity;

  MentionResource(Mentions mentions, SecurityIdentity identity) {
    this.mentions = mentions;
    this.identity = identity;
  }

  @GET
  public Page<MentionView> mentions(
      @QueryParam("limit") @DefaultValue(Parameters.DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") String cursor)
      throws SQLException {
    return mentions.of(
        Callers.of(identity).userId(), MentionCursor.of(cursor), Parameters.limit(limit));
  }
}
