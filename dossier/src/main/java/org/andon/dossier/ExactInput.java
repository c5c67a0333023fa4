package org.andon.dossier;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of so many bytes, no more and no less. */
final class ExactInput extends FilterInputStream {
  private long left;

  ExactInput(InputStream in, long size) {
    super(in);
    this.left = size;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count < 0 ? left > 0 : count > left) {
      throw new IOException("not of the size it says");
    }
    left -= Math.max(count, 0);
    return count;
  }
}
