package org.andon.contracts;

/**
 * The Kafka topics of version 1. {@code incident.*} is for plant systems, {@code andon.*} is
 * internal, {@code plant.*} is written by plant systems.
 */
public final class TopicNames {
  /** Every durable frame of every room; key: room id. */
  public static final String MESSAGES = "incident.messages.v1";

  /** The whole room after each change ({@link RoomEvent}); key: room id; compacted. */
  public static final String ROOMS = "incident.rooms.v1";

  /** Files uploaded and deleted ({@link IncidentFile}); key: room id. */
  public static final String FILES = "incident.files.v1";

  /** Values that rooms' limits do not allow ({@link ReadingOutOfBounds}); key: room id. */
  public static final String READINGS = "incident.readings.v1";

  /** Alarms of plant systems ({@link PlantAlarm}), which write it; key: line or machine. */
  public static final String ALARMS = "plant.alarms.v1";

  /** Who was mentioned where, and by whom ({@link UserMentioned}); key: user id. */
  public static final String MENTIONS = "incident.mentions.v1";

  /** Sessions that ended before their time ({@link SessionRevoked}); key: session id. Internal. */
  public static final String SESSIONS = "andon.sessions.v1";

  /** Who is online and who types; key: room id. Internal, may be lost. */
  public static final String PRESENCE = "andon.presence.v1";

  /** What users are told of in their own feeds; key: user id. Internal, may be lost. */
  public static final String NOTIFICATIONS = "andon.notifications.v1";

  private TopicNames() {}
}
