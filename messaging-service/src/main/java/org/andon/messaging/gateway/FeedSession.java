package org.andon.messaging.gateway;

import io.quarkus.websockets.next.WebSocketConnection;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.feed.FeedSubscriber;

/** One client's socket that tells of all the user's rooms. */
final class FeedSession extends Client implements FeedSubscriber {
  private final BiFunction<FeedSession, String, CompletionStage<Void>> handler;

  /**
   * @param handler what is done with a frame, as {@link Inbox} says
   */
  FeedSession(
      WebSocketConnection connection,
      Admission.ToFeed admission,
      MessagingConfig.Socket config,
      SocketMeters meters,
      BiFunction<FeedSession, String, CompletionStage<Void>> handler) {
    super(connection, admission.connection(), admission.caller(), config, meters);
    this.handler = handler;
  }

  @Override
  CompletionStage<Void> handle(String frame) {
    return handler.apply(this, frame);
  }

  @Override
  public boolean admin() {
    return caller().admin();
  }
}
