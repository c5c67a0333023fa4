package org.andon.auth.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import org.andon.observability.UnpublishedQuery;

/** Ended sessions that Kafka has not been told of. */
@ApplicationScoped
class PublishingLag implements UnpublishedQuery {
  // By the partial index sessions_unpublished.
  private static final String SQL =
      """
      select count(*), coalesce(extract(epoch from now() - min(ended_at)), 0)
      from sessions where ended_at is not null and not revocation_published
      """;

  @Override
  public String sql() {
    return SQL;
  }
}
