package org.andon.messaging.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.CompletionStage;
import org.andon.messaging.feed.Feeds;
import org.andon.messaging.operation.Refused;
import org.andon.messaging.operation.Refused.Code;
import org.jboss.logging.Logger;

/** Opens and closes feeds, and does what little their clients may ask for. */
@ApplicationScoped
class FeedDoor {
  private static final Logger LOG = Logger.getLogger(FeedDoor.class);

  private final Feeds feeds;
  private final Sessions sessions;
  private final TokenRenewal renewal;
  private final FrameIntake intake;
  private final FrameCodec codec;

  FeedDoor(
      Feeds feeds, Sessions sessions, TokenRenewal renewal, FrameIntake intake, FrameCodec codec) {
    this.feeds = feeds;
    this.sessions = sessions;
    this.renewal = renewal;
    this.intake = intake;
    this.codec = codec;
  }

  /** Blocks for a look-up. */
  void enter(FeedSession session) {
    sessions.add(session);
    session.send(codec.write(ServerFrame.feedWelcome(session.userId(), session.connectionId())));
    try {
      feeds.open(session);
    } catch (SQLException e) {
      // Another pod, or a later try, will do better.
      LOG.warnf("feed not opened, database away: %s", e.getMessage());
      session.close(CloseCode.DRAINING);
    }
    if (!session.open()) {
      // It was gone before it had come in: nobody else would take it out again.
      leave(session);
    }
  }

  void leave(FeedSession session) {
    sessions.remove(session);
    feeds.close(session);
  }

  /** As {@link Inbox} says. */
  CompletionStage<Void> handle(FeedSession session, String text) {
    return intake.handle(session, text, frame -> handle(session, frame));
  }

  private CompletionStage<Void> handle(FeedSession session, ClientFrame frame) {
    return switch (frame) {
      case ClientFrame.RefreshToken refresh ->
          intake.onVirtualThread(
              session, () -> renewal.renew(session, refresh.clientMsgId(), refresh.token()));
      case ClientFrame.Ping() -> {
        session.send(codec.write(ServerFrame.pong()));
        yield null;
      }
      case ClientFrame.Do(var operation) -> throw notHere().about(operation.clientMsgId());
      case ClientFrame.Typing typing -> throw notHere();
      case ClientFrame.Read read -> throw notHere();
    };
  }

  private static Refused notHere() {
    return Refused.of(
        Code.UNKNOWN_TYPE, "A feed takes ping and refresh_token. Use a room's socket.");
  }
}
