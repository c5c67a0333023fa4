package org.andon.messaging.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.andon.contracts.IncidentRoom;
import org.andon.testkit.RoomClient;
import org.awaitility.Awaitility;

/** A room whose members may all write, and what they do in it over the socket. */
public final class TestRoom {
  private final URI base;
  private final UUID id = UUID.randomUUID();
  private long version;

  public TestRoom(URI base, String... members) {
    this.base = base;
    Neighbours.knowRoomWithoutTheCaller(id);
    setMembers(members);
    Awaitility.await().until(() -> canEnter(members[0]));
  }

  public UUID id() {
    return id;
  }

  /** Announces the members; the service learns of it a little later. */
  public void setMembers(String... members) {
    version++;
    RoomTopic.announce(id, version, editors(members));
  }

  /** Announces the readings that are expected; the service learns of them a little later. */
  public long expect(List<IncidentRoom.Field> fields, String... members) {
    version++;
    RoomTopic.expect(id, version, editors(members), fields);
    return version;
  }

  /** Announces an alarm, and the readings that are expected. */
  public void raise(List<IncidentRoom.Field> fields, Map<String, Object> alarm, String... members) {
    version++;
    RoomTopic.raise(id, version, editors(members), fields, alarm);
  }

  private static Map<String, String> editors(String... members) {
    return Arrays.stream(members).collect(Collectors.toMap(Function.identity(), m -> "EDITOR"));
  }

  private boolean canEnter(String user) {
    try (RoomClient client = open(user)) {
      client.next("welcome");
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }

  public RoomClient open(String user) {
    return RoomClient.open(base, id, Tokens.of(user), "");
  }

  /** Posts texts, one after the other; returns the ids of the messages once they are committed. */
  public String[] post(String user, String... texts) {
    try (RoomClient client = open(user)) {
      return Arrays.stream(texts)
          .map(text -> acknowledged(client, client.post(text)))
          .toArray(String[]::new);
    }
  }

  /** Posts structured data, a JSON object. */
  public String postData(String user, String data) {
    UUID id = UUID.randomUUID();
    try (RoomClient client = open(user)) {
      client.send(
          """
          {"type":"message","message_type":"incident_data","content":%s,"client_msg_id":"%s"}
          """
              .formatted(data, id));
      return acknowledged(client, id);
    }
  }

  /**
   * @param content as JSON
   */
  public void edit(String user, String messageId, String content) {
    UUID id = UUID.randomUUID();
    try (RoomClient client = open(user)) {
      client.send(
          """
          {"type":"edit_message","message_id":"%s","content":%s,"client_msg_id":"%s"}
          """
              .formatted(messageId, content, id));
      acknowledged(client, id);
    }
  }

  public void delete(String user, String messageId) {
    UUID id = UUID.randomUUID();
    try (RoomClient client = open(user)) {
      client.send(
          """
          {"type":"delete_message","message_id":"%s","client_msg_id":"%s"}
          """
              .formatted(messageId, id));
      acknowledged(client, id);
    }
  }

  public void react(String user, String messageId, String emoji) {
    UUID id = UUID.randomUUID();
    try (RoomClient client = open(user)) {
      client.send(
          """
          {"type":"add_reaction","message_id":"%s","emoji":"%s","client_msg_id":"%s"}
          """
              .formatted(messageId, emoji, id));
      acknowledged(client, id);
    }
  }

  public void mark(String user, String messageId, String mark) {
    UUID id = UUID.randomUUID();
    try (RoomClient client = open(user)) {
      client.send(
          """
          {"type":"mark","message_id":"%s","mark":"%s","client_msg_id":"%s"}
          """
              .formatted(messageId, mark, id));
      acknowledged(client, id);
    }
  }

  /** Posts a photo, which file-service must know. */
  public String postPhoto(String user, String text, UUID fileId) {
    UUID id = UUID.randomUUID();
    try (RoomClient client = open(user)) {
      client.send(
          """
          {"type":"message","message_type":"image_ref","content":"%s","file_id":"%s","client_msg_id":"%s"}
          """
              .formatted(text, fileId, id));
      return acknowledged(client, id);
    }
  }

  private static String acknowledged(RoomClient client, UUID clientMsgId) {
    JsonNode answer =
        client.next(
            frame ->
                frame.path("client_msg_id").asText().equals(clientMsgId.toString())
                    && !frame.path("type").asText().equals("message"));
    if (!answer.path("type").asText().equals("ack")) {
      throw new AssertionError("not acknowledged: " + answer);
    }
    return answer.path("message_id").asText();
  }
}
