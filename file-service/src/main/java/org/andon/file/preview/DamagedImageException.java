package org.andon.file.preview;

import java.io.IOException;

/** What claims to be an image cannot be read as one. */
public final class DamagedImageException extends IOException {
  DamagedImageException(Throwable cause) {
    super(cause);
  }
}
