package org.andon.dossier;

import java.io.IOException;
import java.io.OutputStream;

/** Counts what passes, and leaves what it goes to open. */
final class CountingOutput extends OutputStream {
  private final OutputStream out;
  private long count;

  CountingOutput(OutputStream out) {
    this.out = out;
  }

  long count() {
    return count;
  }

  @Override
  public void write(int one) throws IOException {
    out.write(one);
    count++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    count += length;
  }

  @Override
  public void flush() {
    // Entry by entry would only make more and smaller packets.
  }

  @Override
  public void close() {
    // The ZIP goes on.
  }
}
