package org.andon.messaging.presence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.presence.PodPlaces.Digest;

/**
 * What pods tell each other and may lose: {@code andon.presence.v1}. The JSON's {@code type} is the
 * CloudEvents type.
 *
 * <p>All that one pod tells is in one partition ({@link ClientPartitioner}), so it is heard in the
 * order it was told. What different pods tell of presence is about different sockets, so that it
 * does not matter which of them is heard first.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(PresenceEvent.Joined.class),
  @JsonSubTypes.Type(PresenceEvent.Left.class),
  @JsonSubTypes.Type(PresenceEvent.Alive.class),
  @JsonSubTypes.Type(PresenceEvent.Hello.class),
  @JsonSubTypes.Type(PresenceEvent.State.class),
  @JsonSubTypes.Type(PresenceEvent.Gone.class),
  @JsonSubTypes.Type(PresenceEvent.Typing.class),
  @JsonSubTypes.Type(PresenceEvent.Read.class)
})
sealed interface PresenceEvent {
  /** Who says it. */
  String pod();

  /** The record's key: the room it is about, else the pod. */
  default String key() {
    return pod();
  }

  /** An event about one room. */
  sealed interface OfRoom extends PresenceEvent {
    UUID roomId();

    @Override
    default String key() {
      return roomId().toString();
    }
  }

  /** A user's first socket in the room on this pod was opened. */
  @JsonTypeName("andon.presence.joined")
  record Joined(String pod, UUID roomId, String userId, String displayName) implements OfRoom {}

  /** A user's last socket in the room on this pod was closed. */
  @JsonTypeName("andon.presence.left")
  record Left(String pod, UUID roomId, String userId) implements OfRoom {}

  /** The pod lives, and this is a digest of all its places. */
  @JsonTypeName("andon.presence.alive")
  record Alive(String pod, Digest digest) implements PresenceEvent {}

  /**
   * Asks for the state of a pod.
   *
   * @param to the pod that is asked; null for all of them
   */
  @JsonTypeName("andon.presence.hello")
  record Hello(String pod, String to) implements PresenceEvent {}

  /**
   * A part of all that a pod holds; the parts follow each other with nothing of that pod's presence
   * between.
   *
   * @param part from 0
   * @param parts at least 1, also when there is nobody
   */
  @JsonTypeName("andon.presence.state")
  record State(String pod, int part, int parts, List<Place> places) implements PresenceEvent {}

  /** The pod stops; nobody is with it any more. */
  @JsonTypeName("andon.presence.gone")
  record Gone(String pod) implements PresenceEvent {}

  /** A user on this pod types, still types, or has stopped. */
  @JsonTypeName("andon.typing")
  record Typing(String pod, UUID roomId, String userId, boolean isTyping) implements OfRoom {}

  /**
   * Members have read the room.
   *
   * @param positions by user id, the sequence number up to which they have
   */
  @JsonTypeName("andon.read")
  record Read(String pod, UUID roomId, Map<String, Long> positions) implements OfRoom {}
}
