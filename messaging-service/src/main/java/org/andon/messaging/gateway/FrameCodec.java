package org.andon.messaging.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.andon.messaging.operation.Fields;
import org.andon.messaging.operation.OperationReader;
import org.andon.messaging.operation.Refused;
import org.andon.messaging.operation.Refused.Code;

/** Reads clients' frames, refusing what is not as the protocol says, and writes the server's. */
@ApplicationScoped
class FrameCodec {
  private final ObjectMapper json;
  private final ObjectReader reader;
  private final OperationReader operations;

  FrameCodec(ObjectMapper json, OperationReader operations) {
    this.json = json;
    this.operations = operations;
    this.reader =
        json.reader()
            .with(
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  byte[] write(ServerFrame frame) {
    try {
      return json.writeValueAsBytes(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws Refused with the frame's {@code client_msg_id} where it could be read
   */
  ClientFrame read(String text) {
    Fields fields = new Fields(parse(text));
    UUID clientMsgId = fields.uuid("client_msg_id");
    try {
      return switch (fields.requiredText("type")) {
        case "message" -> new ClientFrame.Do(operations.post(fields, clientMsgId));
        case "edit_message" -> new ClientFrame.Do(operations.edit(fields, clientMsgId));
        case "delete_message" -> new ClientFrame.Do(operations.delete(fields, clientMsgId));
        case "add_reaction" -> new ClientFrame.Do(operations.react(fields, clientMsgId, true));
        case "remove_reaction" -> new ClientFrame.Do(operations.react(fields, clientMsgId, false));
        case "typing" -> new ClientFrame.Typing(fields.flag("is_typing", true));
        case "read" -> new ClientFrame.Read(fields.requiredNumber("sequence_number"));
        case "refresh_token" ->
            new ClientFrame.RefreshToken(clientMsgId, fields.requiredText("token"));
        case "ping" -> new ClientFrame.Ping();
        default -> throw Refused.of(Code.UNKNOWN_TYPE, "There is no frame of this type.");
      };
    } catch (Refused e) {
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
    throw Refused.of(Code.INVALID_FRAME, "A frame is one JSON object.");
  }
}
