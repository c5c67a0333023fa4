package org.andon.room.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import org.andon.observability.UnpublishedQuery;

/** Changes of rooms that Kafka has not been told of. */
@ApplicationScoped
class PublishingLag implements UnpublishedQuery {
  // The rooms by the partial index rooms_unpublished, their changes by the primary key.
  private static final String SQL =
      """
      select count(*), coalesce(extract(epoch from now() - min(c.changed_at)), 0)
      from rooms r join room_changes c on c.room_id = r.room_id and c.version > r.published_version
      where r.published_version < r.version
      """;

  @Override
  public String sql() {
    return SQL;
  }
}
