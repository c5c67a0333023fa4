package org.andon.file.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;

/**
 * A program of its own: draws a page and ends. Its output is the JPEG, or, with the exit code other
 * than 0, why there is none. What a PDF may unfold to has no bound; in here, it costs no more than
 * this program may have.
 */
final class DrawPage {
  /** Not 1, as when a JVM does not start, nor 3, as when it has no memory left. */
  private static final int IMPOSSIBLE = 10;

  private static final int ORPHANED = 11;

  private DrawPage() {}

  /**
   * @param args the file, the width of the preview, and how many pixels an image may have
   */
  public static void main(String[] args) throws IOException {
    endWithParent();
    // Of fonts that are missing, a page may have much to complain.
    Logger.getLogger("").setLevel(Level.OFF);
    ImageIO.setUseCache(false);
    Page page = new Page(Path.of(args[0]), Integer.parseInt(args[1]), Long.parseLong(args[2]));
    try {
      tell(page.draw());
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      // PDFBox answers what is damaged with many kinds of exceptions, and what is locked by a
      // certificate with a class that is not there.
      tell(e.toString().getBytes(UTF_8));
      Runtime.getRuntime().halt(IMPOSSIBLE);
    }
  }

  private static void tell(byte[] output) throws IOException {
    try (OutputStream stream = new FileOutputStream(FileDescriptor.out)) {
      stream.write(output);
    }
  }

  /** Nobody ever writes to the input; it ends when whoever started this does. */
  private static void endWithParent() {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                var _ = System.in.read();
              } catch (IOException e) {
                // As good as an end.
              }
              Runtime.getRuntime().halt(ORPHANED);
            });
  }
}
