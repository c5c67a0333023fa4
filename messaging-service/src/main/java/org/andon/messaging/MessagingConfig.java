package org.andon.messaging;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The limits and addresses of messaging-service. */
@ConfigMapping(prefix = "andon.messaging")
public interface MessagingConfig {
  /** This pod's name, unique among all pods and over restarts. */
  String podId();

  /** The gateway as clients see it: file addresses in messages begin with it. */
  URI publicUrl();

  /** How often open sessions are compared with what the database knows of their rooms. */
  Duration refreshRoomsEvery();

  Messages messages();

  Writer writer();

  Socket socket();

  Publishing publishing();

  interface Messages {
    /** How long after it was sent a message may be edited by its author. */
    @WithDefault("15m")
    Duration editWindow();

    /** Different emoji on one message: what every reaction's frame has to carry. */
    @WithDefault("50")
    int emojiPerMessage();
  }

  interface Writer {
    /**
     * Threads that commit; a room always belongs to the same one. One, so that all that waits is
     * committed together and shares what a commit costs: it writes 5,000 messages a second even
     * where a disk flush takes 2 ms. More of them help where the database is far away.
     */
    @WithDefault("1")
    int lanes();

    /**
     * Commands committed at once, at the most: enough to fill a disk flush, few enough to stay in
     * milliseconds.
     */
    @WithDefault("256")
    int batch();

    /**
     * Contents committed at once, at the most: writing them takes some forty times as much memory,
     * for frames, parameters and search words. One command is committed whatever its size.
     */
    @WithDefault("1M")
    MemorySize batchSize();

    /** Commands that may wait for a lane; beyond it senders are told {@code unavailable}. */
    @WithDefault("10000")
    int queue();

    /** The same for the contents of the commands that wait. */
    @WithDefault("16M")
    MemorySize queueSize();
  }

  interface Socket {
    /** Origins a browser may connect from; without it only the host it was asked under. */
    Optional<List<String>> allowedOrigins();

    /**
     * Durable frames sent to a client that resumes; beyond it the client is told to load history.
     */
    @WithDefault("1000")
    int replayLimit();

    /**
     * Bytes waiting for a slow client before it is closed with 4408: some ten thousand messages.
     * Ephemeral frames stop at a quarter of it.
     */
    @WithDefault("4M")
    MemorySize outboundLimit();

    /**
     * For so long after a delivery a room's further frames gather, to go out in one write for each
     * member. Far below what people notice; an idle room waits for nothing.
     */
    @WithDefault("5ms")
    Duration gather();

    /** A longer frame from a client closes its socket with 1009. */
    @WithDefault("64K")
    MemorySize maxFrame();

    /** Frames a client may send, lastingly; a person types a few. Beyond it: 4429. */
    @WithDefault("50")
    int framesPerSecond();

    /** Frames a client may send at once, after it was silent: an outbox after a reconnect. */
    @WithDefault("200")
    int burst();

    /**
     * Frames of one client that may wait while one before them asks another service: no fewer than
     * it may send at once.
     */
    @WithDefault("200")
    int inbox();

    /** Sockets of one user on one pod: tabs, tablets, forgotten ones. Beyond it: 429. */
    @WithDefault("50")
    int socketsPerUser();

    @WithDefault("30s")
    Duration pingInterval();

    @WithDefault("10s")
    Duration pongTimeout();
  }

  interface Publishing {
    /**
     * An event that Kafka has not shown for so long is published again by whichever pod sees it.
     */
    @WithDefault("2s")
    Duration overdue();

    /** How often overdue events are looked for. */
    @WithDefault("1s")
    Duration sweepEvery();

    /**
     * How often the database's watermarks follow what was seen on Kafka: lazily, not once an event.
     */
    @WithDefault("500ms")
    Duration storeWatermarksEvery();

    /**
     * How often live rooms are compared with the database; a room behind for two looks is read from
     * there.
     */
    @WithDefault("500ms")
    Duration fillGapsEvery();

    /** Code points of a message that a mention's event shows: some lines of a mail. */
    @WithDefault("200")
    int excerpt();

    /** Events that may be on their way to Kafka; beyond it they are left to the sweeper. */
    @WithDefault("5000")
    int inFlight();
  }
}
