package org.andon.contracts;

/**
 * The record headers of CloudEvents 1.0 in Kafka's binary mode, as every Andon event carries them.
 */
public final class CloudEventHeaders {
  public static final String SPEC_VERSION = "ce_specversion";

  /** Stable over a repeat of the same event. */
  public static final String ID = "ce_id";

  public static final String SOURCE = "ce_source";
  public static final String TYPE = "ce_type";
  public static final String TIME = "ce_time";

  /** What the event is about: the room id, or the session id. */
  public static final String SUBJECT = "ce_subject";

  public static final String CONTENT_TYPE = "content-type";

  private CloudEventHeaders() {}
}
