package org.andon.messaging.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.andon.messaging.operation.Ack;
import org.andon.messaging.operation.Fields;
import org.andon.messaging.operation.JsonReader;
import org.andon.messaging.operation.OperationReader;
import org.andon.messaging.operation.Refused;
import org.andon.messaging.operation.Refused.Code;

/** Reads clients' frames, refusing what is not as the protocol says, and writes the server's. */
@ApplicationScoped
class FrameCodec {
  private final ObjectMapper mapper;
  private final JsonReader json;
  private final OperationReader operations;

  FrameCodec(ObjectMapper mapper, JsonReader json, OperationReader operations) {
    this.mapper = mapper;
    this.json = json;
    this.operations = operations;
  }

  byte[] write(ServerFrame frame) {
    return bytes(frame);
  }

  byte[] write(Ack ack) {
    return bytes(ack);
  }

  private byte[] bytes(Object frame) {
    try {
      return mapper.writeValueAsBytes(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws Refused with the frame's {@code client_msg_id} where it could be read
   */
  ClientFrame read(String text) {
    Fields fields = json.read(text);
    UUID clientMsgId = fields.uuid("client_msg_id");
    try {
      return switch (fields.requiredText("type")) {
        case "message" -> new ClientFrame.Do(operations.post(fields, clientMsgId));
        case "edit_message" -> new ClientFrame.Do(operations.edit(fields, clientMsgId));
        case "delete_message" -> new ClientFrame.Do(operations.delete(fields, clientMsgId));
        case "add_reaction" -> new ClientFrame.Do(operations.react(fields, clientMsgId, true));
        case "remove_reaction" -> new ClientFrame.Do(operations.react(fields, clientMsgId, false));
        case "mark" -> new ClientFrame.Do(operations.mark(fields, clientMsgId));
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
}
