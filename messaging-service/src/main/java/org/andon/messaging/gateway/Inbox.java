package org.andon.messaging.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Handles one client's frames one after the other, also where one takes its time: then the next
 * ones wait, while pongs and the other clients do not. Used on the connection's event loop alone.
 */
final class Inbox {
  private final int capacity;
  private final Executor eventLoop;
  private final Function<String, CompletionStage<Void>> handler;
  private final Deque<String> waiting = new ArrayDeque<>(0);
  private boolean busy;

  /**
   * @param handler null when it is done with the frame, or what completes when it will be
   */
  Inbox(int capacity, Executor eventLoop, Function<String, CompletionStage<Void>> handler) {
    this.capacity = capacity;
    this.eventLoop = eventLoop;
    this.handler = handler;
  }

  /** False if there is no room for another frame. */
  boolean accept(String frame) {
    if (!busy) {
      handle(frame);
      return true;
    }
    return waiting.size() < capacity && waiting.add(frame);
  }

  private void handle(String frame) {
    CompletionStage<Void> handling = handler.apply(frame);
    if (handling != null) {
      waitFor(handling);
    }
  }

  /** Frames wait until something is done. */
  void waitFor(CompletionStage<Void> something) {
    busy = true;
    var unused = something.whenCompleteAsync((done, failure) -> next(), eventLoop);
  }

  private void next() {
    busy = false;
    while (!busy && !waiting.isEmpty()) {
      handle(waiting.poll());
    }
  }
}
