package org.andon.messaging.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of searching. */
@ConfigMapping(prefix = "andon.messaging.search")
interface SearchConfig {
  /** Characters in a query: more than anybody types, and it bounds what is parsed. */
  @WithDefault("200")
  int queryLength();

  /** Words in a query, a quoted phrase being one: each is one more look into the index. */
  @WithDefault("20")
  int queryWords();

  /**
   * Messages read newest first before the index is asked: some milliseconds' worth, in which every
   * common word fills its page.
   */
  @WithDefault("16384")
  int recentMessages();

  /**
   * Rooms that are looked up in the index one by one; somebody with more has a large part of all
   * messages, and those of other rooms are left out afterwards.
   */
  @WithDefault("16")
  int roomsInIndex();

  /** A query that takes longer is given up: it must not wear the database out. */
  @WithDefault("5s")
  Duration timeout();

  /** Characters shown around what was found: two lines on a tablet. */
  @WithDefault("120")
  int fragmentLength();

  /** Fragments shown of one message. */
  @WithDefault("3")
  int fragments();

  /**
   * How often the newest words are sorted into the index: until then every search reads them one by
   * one.
   */
  @WithDefault("250ms")
  Duration sortInEvery();
}
