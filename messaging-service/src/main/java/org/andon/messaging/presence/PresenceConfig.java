package org.andon.messaging.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of presence and typing. */
@ConfigMapping(prefix = "andon.messaging.presence")
interface PresenceConfig {
  /**
   * How often a pod says that it lives, and of how many users: what another pod has missed is put
   * right after two of them.
   */
  @WithDefault("10s")
  Duration heartbeat();

  /** A pod silent for so long takes its users offline: two heartbeats may be lost. */
  @WithDefault("30s")
  Duration timeToLive();

  /**
   * How often what has gathered is told: rooms' changed lists, ended typing, answers to other pods.
   * Far below what people notice, and enough that a room into which everybody comes at once is not
   * told its whole list by each of them.
   */
  @WithDefault("100ms")
  Duration gather();

  /**
   * For each so many people online in a room, its list is gathered once more as long: what a room
   * of 500 costs while all of them come at once stays near what one of 50 does.
   */
  @WithDefault("50")
  int peoplePerGather();

  /**
   * Users of a pod's state in one Kafka record: a record may have 1 MB, and the longest of them
   * (254 characters of address, 256 of name in Chinese) take 1.1 KiB.
   */
  @WithDefault("500")
  int placesPerRecord();

  Typing typing();

  interface Typing {
    /** Without a further word from the user typing ends after this. */
    @WithDefault("3s")
    Duration endsAfter();

    /** How often the other pods are told at most that a user is still typing. */
    @WithDefault("500ms")
    Duration tellOthersEvery();

    /** For so long another pod waits beyond the end for its owner to tell of it. */
    @WithDefault("1s")
    Duration grace();
  }
}
