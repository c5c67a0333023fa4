package org.andon.messaging.operation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.message.Receipt;
import org.andon.messaging.operation.Refused.Code;
import org.andon.messaging.room.Access;
import org.andon.messaging.room.Entrance;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Messages by HTTP, for bots: the same as a {@code message} frame. */
@Path("/api/rooms/{room_id}/messages")
@RolesAllowed({"user", "admin", "machine"})
@RunOnVirtualThread
class PostResource {
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final Entrance entrance;
  private final JsonReader json;
  private final OperationReader reader;
  private final Operations operations;
  private final PostingRates rates;
  private final long maxBytes;

  PostResource(
      Entrance entrance,
      JsonReader json,
      OperationReader reader,
      Operations operations,
      PostingRates rates,
      MessagingConfig config) {
    this.entrance = entrance;
    this.json = json;
    this.reader = reader;
    this.operations = operations;
    this.rates = rates;
    this.maxBytes = config.socket().maxFrame().asLongValue();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  public Ack post(
      @PathParam("room_id") UUID roomId, @HeaderParam(IDEMPOTENCY_KEY) String key, String body) {
    Access.Granted granted = entrance.to(roomId);
    Standing standing = new Standing(roomId, entrance.caller(), granted.role(), granted.archived());
    rates.take(standing.caller().userId());
    if (body.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
      throw Refused.of(Code.FRAME_TOO_LARGE, "A message has at most " + maxBytes + " bytes.");
    }
    Fields fields = json.read(body);
    UUID clientMsgId = key == null ? fields.uuid("client_msg_id") : uuid(key);
    Operation.Post post = reader.post(fields, clientMsgId);
    if (standing.caller().machine() != null) {
      requireSelfContained(post);
    }
    return Ack.of(clientMsgId, commit(standing, post));
  }

  /** A machine sees neither people, nor files, nor what was said before. */
  private static void requireSelfContained(Operation.Post post) {
    if (post.messageType().refersToFile()) {
      throw Refused.field("message_type", "is text or incident_data where a machine writes.");
    }
    if (!post.mentions().isEmpty()) {
      throw Refused.field("mentions", "is empty where a machine writes.");
    }
    if (post.replyTo() != null) {
      throw Refused.field("reply_to", "is null where a machine writes.");
    }
  }

  private Receipt commit(Standing standing, Operation.Post post) {
    try {
      return operations.submit(standing, post).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static UUID uuid(String key) {
    try {
      UUID id = UUID.fromString(key);
      if (id.toString().equalsIgnoreCase(key)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw Refused.field(IDEMPOTENCY_KEY, "is a UUID.");
  }
}
