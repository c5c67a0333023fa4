package org.andon.messaging.message;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.message.WriterLane.Submission;

/**
 * What waits for a lane, and how much of it is committed together: bounded in number, and in bytes,
 * since writing a message takes many times its size in memory.
 */
final class CommandQueue {
  private final BlockingQueue<Submission> waiting;
  private final AtomicLong waitingBytes = new AtomicLong();
  private final long capacityBytes;
  private final int group;
  private final long groupBytes;

  CommandQueue(MessagingConfig.Writer limits) {
    this.waiting = new LinkedBlockingQueue<>(limits.queue());
    this.capacityBytes = limits.queueSize().asLongValue();
    this.group = limits.batch();
    this.groupBytes = limits.batchSize().asLongValue();
  }

  /** Whether there was room for it. */
  boolean offer(Submission submission) {
    long bytes = submission.command().contentBytes();
    if (waitingBytes.addAndGet(bytes) <= capacityBytes && waiting.offer(submission)) {
      return true;
    }
    waitingBytes.addAndGet(-bytes);
    return false;
  }

  /** Waits for the next, and takes with it what may be committed together. For one thread alone. */
  void take(List<Submission> taken) throws InterruptedException {
    Submission next = waiting.take();
    long bytes = 0;
    while (true) {
      taken.add(next);
      bytes += next.command().contentBytes();
      waitingBytes.addAndGet(-next.command().contentBytes());
      next = waiting.peek();
      if (next == null
          || taken.size() == group
          || bytes + next.command().contentBytes() > groupBytes) {
        return;
      }
      waiting.remove();
    }
  }

  int size() {
    return waiting.size();
  }
}
