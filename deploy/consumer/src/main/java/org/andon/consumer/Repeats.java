package org.andon.consumer;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Tells an event from its repeat, by room and number. Remembers as much as a repeat may be late,
 * and only while it runs: a system with a database lets a unique key do this.
 */
final class Repeats {
  /** Of each room. */
  private static final int REMEMBERED = 1_000;

  private final Map<String, Seen> rooms = new HashMap<>();

  boolean isFirst(String roomId, long number) {
    return rooms.computeIfAbsent(roomId, id -> new Seen()).isFirst(number);
  }

  private static final class Seen {
    private final TreeSet<Long> numbers = new TreeSet<>();
    private long forgotten;

    boolean isFirst(long number) {
      boolean first = number > forgotten && numbers.add(number);
      if (numbers.size() > REMEMBERED) {
        forgotten = numbers.removeFirst();
      }
      return first;
    }
  }
}
