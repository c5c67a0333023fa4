package org.andon.messaging.mention;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.andon.messaging.room.Caller;
import org.jboss.logging.Logger;

/** Asks the directory what people are called. */
@ApplicationScoped
class Directory {
  private static final Logger LOG = Logger.getLogger(Directory.class);

  private final PersonLookup lookup;
  private final MentionConfig config;
  private final ExecutorService virtualThreads;

  Directory(
      PersonLookup lookup, MentionConfig config, @VirtualThreads ExecutorService virtualThreads) {
    this.lookup = lookup;
    this.config = config;
    this.virtualThreads = virtualThreads;
  }

  /**
   * Display names by user id, empty for people the directory does not know. Whoever it does not
   * tell of in time is left out.
   */
  Map<String, Optional<String>> names(List<String> userIds, Caller caller) {
    List<String> asked = userIds.subList(0, Math.min(userIds.size(), config.askAtOnce()));
    List<Callable<Optional<String>>> questions = new ArrayList<>();
    asked.forEach(userId -> questions.add(() -> lookup.nameOf(userId, caller)));
    Map<String, Optional<String>> names = new HashMap<>();
    try {
      List<Future<Optional<String>>> answers =
          virtualThreads.invokeAll(
              questions, config.askTimeout().toMillis(), TimeUnit.MILLISECONDS);
      for (int i = 0; i < answers.size(); i++) {
        put(names, asked.get(i), answers.get(i));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return names;
  }

  private static void put(
      Map<String, Optional<String>> names, String userId, Future<Optional<String>> answer)
      throws InterruptedException {
    try {
      names.put(userId, answer.get());
    } catch (ExecutionException | CancellationException e) {
      LOG.debugf("name not told, gone on without user_id=%s: %s", userId, e.getMessage());
    }
  }
}
