package org.andon.messaging.reading;

import java.util.List;

/** Told of positions that have moved, once they are committed. Must not block. */
public interface ReadListener {
  void read(List<ReadPosition> moved);
}
