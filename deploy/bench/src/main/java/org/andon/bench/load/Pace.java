package org.andon.bench.load;

/** When messages are sent. */
public sealed interface Pace {
  /** Each sender keeps so many messages unacknowledged. */
  record Window(int messages) implements Pace {}

  /** All senders together send at this rate in turn, whatever becomes of it. */
  record Rate(double perSecond) implements Pace {}

  /** Each sender sends so many messages, eight at a time, however long it takes. */
  record Count(int messages) implements Pace {
    static final int WINDOW = 8;
  }
}
