package org.andon.messaging.dossier;

import java.io.IOException;
import java.io.OutputStream;

/** A dossier that is ready to be sent; whoever has it closes it. */
interface Dossier extends AutoCloseable {
  /**
   * @throws IOException if it cannot be sent whole
   */
  void writeTo(OutputStream out) throws IOException;

  @Override
  void close();
}
