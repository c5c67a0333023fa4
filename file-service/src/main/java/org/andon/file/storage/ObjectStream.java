package org.andon.file.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;

/** An object's bytes. A store that breaks off is told in the log: the client's answer has begun. */
final class ObjectStream extends FilterInputStream {
  private static final Logger LOG = Logger.getLogger(ObjectStream.class);

  private final String key;
  private long count;

  ObjectStream(String key, InputStream bytes) {
    super(bytes);
    this.key = key;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int read = super.read(buffer, offset, length);
      count += Math.max(0, read);
      return read;
    } catch (IOException e) {
      LOG.warnf("the store broke off: key=%s after_bytes=%d reason=%s", key, count, e.toString());
      throw e;
    }
  }
}
