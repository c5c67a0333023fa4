package org.andon.bench.load;

import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends when a message is due, the senders taking turns. Being late is the message's latency. */
final class Metronome {
  private final Phase phase;
  private final double nanosBetween;
  private final List<Member> senders;
  private final EventLoop loop;
  private long count;

  Metronome(Phase phase, Pace.Rate rate, List<Member> senders, EventLoop loop) {
    this.phase = phase;
    this.nanosBetween = 1e9 / rate.perSecond();
    this.senders = senders;
    this.loop = loop;
  }

  void start() {
    long now = System.nanoTime();
    while (due() <= now && phase.isSending(due())) {
      senders.get((int) (count % senders.size())).send(phase, due());
      count++;
    }
    if (phase.isSending(due())) {
      var unused = loop.schedule(this::start, due() - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
  }

  private long due() {
    return phase.begin + (long) (count * nanosBetween);
  }
}
