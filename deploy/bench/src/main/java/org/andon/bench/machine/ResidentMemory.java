package org.andon.bench.machine;

import java.time.Duration;

/** The largest resident memory of a process while it is open, by looking often. */
public final class ResidentMemory implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(20);

  private final ProcessHandle process;
  private final Thread watch = Thread.ofPlatform().daemon().unstarted(this::look);
  private final long beforeKiB;
  private volatile long peakKiB;

  private ResidentMemory(ProcessHandle process) {
    this.process = process;
    this.beforeKiB = Processors.residentKiB(process);
  }

  public static ResidentMemory of(ProcessHandle process) {
    ResidentMemory memory = new ResidentMemory(process);
    memory.watch.start();
    return memory;
  }

  public long peakMiB() {
    return peakKiB / 1024;
  }

  /** How much more it came to be than it was at first. */
  public long growthMiB() {
    return Math.max(0, peakKiB - beforeKiB) / 1024;
  }

  private void look() {
    try {
      while (true) {
        peakKiB = Math.max(peakKiB, Processors.residentKiB(process));
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException e) {
      // Seen enough.
    }
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
