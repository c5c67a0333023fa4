package org.andon.messaging.systemevent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionException;
import org.andon.contracts.RoomEvent;
import org.andon.messaging.message.MessageWriter;
import org.andon.messaging.message.RoomCommand;
import org.andon.messaging.message.WriteFailure;
import org.andon.messaging.room.RoomChangeListener;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jboss.logging.Logger;

/**
 * Writes what happens to a room into the room. The room's version makes it once and for all: the
 * same change again, after a crash, writes nothing.
 */
@ApplicationScoped
class SystemMessages implements RoomChangeListener {
  private static final Logger LOG = Logger.getLogger(SystemMessages.class);

  private final MessageWriter writer;
  private final ObjectMapper json;

  SystemMessages(MessageWriter writer, ObjectMapper json) {
    this.writer = writer;
    this.json = json;
  }

  /** Waits for the commit: only then may the change be forgotten on Kafka. */
  @Override
  @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, retryOn = WriteFailure.Unavailable.class)
  public void changed(String type, RoomEvent event) {
    if (type != null) {
      SystemEvent.of(type, event).ifPresent(happened -> write(event, happened));
    }
  }

  private void write(RoomEvent event, SystemEvent happened) {
    try {
      writer
          .submit(
              new RoomCommand.RecordEvent(
                  event.room().roomId(),
                  event.change().changedBy(),
                  event.version(),
                  json.writeValueAsString(happened),
                  readings(happened)))
          .toCompletableFuture()
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof WriteFailure.Unavailable away) {
        throw away;
      }
      // Tried again it would fail again, and keep every later change from being projected.
      LOG.errorf(
          e.getCause(),
          "room change not told room_id=%s version=%d",
          event.room().roomId(),
          event.version());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String readings(SystemEvent happened) throws JsonProcessingException {
    Object readings = happened.alarm() == null ? null : happened.alarm().get("readings");
    return readings == null ? null : json.writeValueAsString(readings);
  }
}
