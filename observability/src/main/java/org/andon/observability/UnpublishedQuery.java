package org.andon.observability;

/** How a service asks its database for what Kafka has not been told. */
public interface UnpublishedQuery {
  /**
   * One row: how many events are committed and not known to be on Kafka, and the age of the oldest
   * of them in seconds.
   */
  String sql();
}
