package org.andon.messaging.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.andon.messaging.gateway.FrameRefused.Code;
import org.andon.messaging.message.MessageType;

/** Reads clients' frames, refusing what is not as the protocol says, and writes the server's. */
@ApplicationScoped
class FrameCodec {
  static final int MAX_CONTENT_CODE_POINTS = 10_000;
  static final int MAX_INCIDENT_DATA_BYTES = 16 * 1024;
  static final int MAX_MENTIONS = 100;

  /** As JSON writes U+0000; a backslash that is itself escaped does not count. */
  private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\u0000");

  private final ObjectMapper json;
  private final ObjectReader reader;

  FrameCodec(ObjectMapper json) {
    this.json = json;
    this.reader =
        json.reader()
            .with(
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  String write(ServerFrame frame) {
    try {
      return json.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws FrameRefused with the frame's {@code client_msg_id} where it could be read
   */
  ClientFrame read(String text) {
    JsonNode frame = parse(text);
    UUID clientMsgId = uuid(frame, "client_msg_id");
    try {
      return switch (requiredText(frame, "type")) {
        case "message" -> post(frame, clientMsgId);
        case "refresh_token" ->
            new ClientFrame.RefreshToken(clientMsgId, requiredText(frame, "token"));
        case "ping" -> new ClientFrame.Ping();
        default -> throw FrameRefused.of(Code.UNKNOWN_TYPE, "There is no frame of this type.");
      };
    } catch (FrameRefused e) {
      throw e.about(clientMsgId);
    }
  }

  private JsonNode parse(String text) {
    try {
      JsonNode frame = reader.readTree(text);
      if (frame.isObject()) {
        return frame;
      }
    } catch (JsonProcessingException e) {
      // told below: the parser's own words are not for clients
    }
    throw FrameRefused.of(Code.INVALID_FRAME, "A frame is one JSON object.");
  }

  private ClientFrame post(JsonNode frame, UUID clientMsgId) {
    MessageType type =
        frame.path("message_type").isMissingNode()
            ? MessageType.TEXT
            : MessageType.of(requiredText(frame, "message_type"))
                .orElseThrow(
                    () ->
                        FrameRefused.field(
                            "message_type", "is text, image_ref, file_ref or incident_data."));
    UUID fileId = uuid(frame, "file_id");
    if (type.refersToFile() && fileId == null) {
      throw FrameRefused.field("file_id", "is required for " + type.wireName() + ".");
    }
    return new ClientFrame.Post(
        clientMsgId,
        type,
        type == MessageType.INCIDENT_DATA ? incidentData(frame) : text(frame),
        mentions(frame),
        type.refersToFile() ? fileId : null,
        uuid(frame, "reply_to"));
  }

  private static String text(JsonNode frame) {
    String content = requiredText(frame, "content");
    int length = content.codePointCount(0, content.length());
    if (length < 1 || length > MAX_CONTENT_CODE_POINTS) {
      throw FrameRefused.field("content", "has 1 to " + MAX_CONTENT_CODE_POINTS + " characters.");
    }
    return content;
  }

  private String incidentData(JsonNode frame) {
    JsonNode content = frame.path("content");
    if (!content.isObject() || content.isEmpty()) {
      throw FrameRefused.field("content", "is a JSON object of named values for incident_data.");
    }
    String text = content.toString();
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_INCIDENT_DATA_BYTES) {
      throw FrameRefused.field("content", "has at most " + MAX_INCIDENT_DATA_BYTES + " bytes.");
    }
    requireStorable("content", text);
    if (ESCAPED_NUL.matcher(text).find()) {
      throw FrameRefused.field("content", "must not hold U+0000.");
    }
    return text;
  }

  private static List<String> mentions(JsonNode frame) {
    JsonNode mentions = frame.path("mentions");
    if (mentions.isMissingNode() || mentions.isNull()) {
      return List.of();
    }
    if (!mentions.isArray() || mentions.size() > MAX_MENTIONS) {
      throw FrameRefused.field("mentions", "is a list of at most " + MAX_MENTIONS + " user ids.");
    }
    List<String> users = new ArrayList<>();
    for (JsonNode mention : mentions) {
      if (!mention.isTextual() || mention.textValue().isBlank()) {
        throw FrameRefused.field("mentions", "is a list of user ids.");
      }
      requireStorable("mentions", mention.textValue());
      users.add(mention.textValue().toLowerCase(java.util.Locale.ROOT));
    }
    return users.stream().distinct().toList();
  }

  private static String requiredText(JsonNode frame, String field) {
    JsonNode value = frame.path(field);
    if (!value.isTextual()) {
      throw FrameRefused.field(field, "is a required string.");
    }
    requireStorable(field, value.textValue());
    return value.textValue();
  }

  private static UUID uuid(JsonNode frame, String field) {
    JsonNode value = frame.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    try {
      if (value.isTextual() && value.textValue().length() == 36) {
        return UUID.fromString(value.textValue());
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw FrameRefused.field(field, "is a UUID.");
  }

  /** PostgreSQL stores no U+0000, and UTF-8 has no lone surrogates. */
  private static void requireStorable(String field, String text) {
    boolean storable =
        text.codePoints()
            .noneMatch(
                c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    if (!storable) {
      throw FrameRefused.field(field, "must not hold U+0000 or lone surrogates.");
    }
  }
}
