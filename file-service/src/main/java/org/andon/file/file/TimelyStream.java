package org.andon.file.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;

/** A body that must have arrived by a time, whatever part of it is being read. */
final class TimelyStream extends FilterInputStream {
  private final Duration limit;
  private final Instant deadline;

  TimelyStream(InputStream body, Duration limit) {
    super(body);
    this.limit = limit;
    this.deadline = Instant.now().plus(limit);
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    check();
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    check();
    return read;
  }

  private void check() {
    if (Instant.now().isAfter(deadline)) {
      throw new FileException.TooSlow(limit);
    }
  }
}
