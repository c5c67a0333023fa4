package org.andon.messaging.gateway;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.andon.messaging.operation.Refused;
import org.andon.messaging.operation.Refused.Code;
import org.andon.messaging.room.Caller;
import org.andon.messaging.room.Callers;

/**
 * Lets a socket outlive its first token: a new one of the same user and session takes its place.
 */
@ApplicationScoped
class TokenRenewal {
  private final JWTParser tokens;
  private final FrameCodec codec;

  TokenRenewal(JWTParser tokens, FrameCodec codec) {
    this.tokens = tokens;
    this.codec = codec;
  }

  /** Blocks where the keys have to be fetched. A token that is refused changes nothing. */
  void renew(Client client, UUID clientMsgId, String token) {
    try {
      Caller renewed = Callers.of(tokens.parse(token));
      Caller before = client.caller();
      if (renewed.userId().equals(before.userId())
          && Objects.equals(renewed.sessionId(), before.sessionId())) {
        client.renew(renewed);
        if (before.admin() != renewed.admin()) {
          // What it may do now is decided as it comes again.
          client.close(CloseCode.TOKEN_EXPIRED);
        }
      } else {
        refuse(client, clientMsgId, "The token is of another user or session.");
      }
    } catch (ParseException e) {
      refuse(client, clientMsgId, "The token is not valid.");
    }
  }

  private void refuse(Client client, UUID clientMsgId, String message) {
    Refused refused = Refused.of(Code.INVALID_TOKEN, message).about(clientMsgId);
    client.send(codec.write(ServerFrame.error(refused)));
  }
}
