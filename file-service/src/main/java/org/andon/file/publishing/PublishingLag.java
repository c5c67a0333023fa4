package org.andon.file.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import org.andon.observability.UnpublishedQuery;

/** Files that Kafka has not been told of. */
@ApplicationScoped
class PublishingLag implements UnpublishedQuery {
  // By the partial indexes files_unpublished and files_deletion_unpublished.
  private static final String SQL =
      """
      select count(*), coalesce(extract(epoch from now() - min(since)), 0)
      from (
        select uploaded_at as since from files where published_at is null
        union all
        select deleted_at from files
        where deleted_at is not null and deletion_published_at is null) unpublished
      """;

  @Override
  public String sql() {
    return SQL;
  }
}
