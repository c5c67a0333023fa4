package org.andon.file.file;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/** Tells text, in whatever charset a machine has written its log, from markup and binary data. */
final class PlainText {
  /** Enough to meet a control character in whatever is no text. */
  private static final int SAMPLE_BYTES = 64 * 1024;

  /** ICU's confidence in a charset that nothing speaks for or against. */
  private static final int GUESS = 10;

  private static final int ESCAPE = 0x1B;
  private static final MediaTypeRegistry TYPES = MediaTypeRegistry.getDefaultRegistry();

  private PlainText() {}

  /**
   * Whether the file's name may say that it is text.
   *
   * @param magic what Tika takes the bytes for: not more than a guess where text is concerned, as a
   *     log that begins with {@code From:} looks like a mail, and one in Big5 like nothing at all
   */
  static boolean isIn(Path file, MediaType magic) throws IOException {
    if (magic.equals(MediaType.TEXT_PLAIN)) {
      return true;
    }
    boolean markup =
        TYPES.isInstanceOf(magic, MediaType.TEXT_HTML)
            || TYPES.isInstanceOf(magic, MediaType.APPLICATION_XML);
    boolean possible =
        magic.equals(MediaType.OCTET_STREAM) || TYPES.isInstanceOf(magic, MediaType.TEXT_PLAIN);
    return possible && !markup && isReadable(file);
  }

  private static boolean isReadable(Path file) throws IOException {
    byte[] sample;
    try (InputStream bytes = Files.newInputStream(file)) {
      sample = bytes.readNBytes(SAMPLE_BYTES);
    }
    CharsetDetector detector = new CharsetDetector();
    detector.setText(sample);
    return Arrays.stream(detector.detectAll())
        .filter(PlainText::isFounded)
        .map(CharsetMatch::getName)
        .filter(Charset::isSupported)
        .anyMatch(charset -> isReadable(sample, Charset.forName(charset)));
  }

  /** Nearly any two bytes are some character in UTF-16, so ICU always offers that. */
  private static boolean isFounded(CharsetMatch match) {
    return !match.getName().startsWith("UTF-16") || match.getConfidence() > GUESS;
  }

  private static boolean isReadable(byte[] sample, Charset charset) {
    CharsetDecoder decoder = charset.newDecoder();
    CharBuffer text =
        CharBuffer.allocate((int) Math.ceil(sample.length * (double) decoder.maxCharsPerByte()));
    // Not the end of the input: the sample may end in the middle of a character.
    if (decoder.decode(ByteBuffer.wrap(sample), text, false).isError()) {
      return false;
    }
    return text.flip().codePoints().allMatch(PlainText::isText);
  }

  private static boolean isText(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> Character.isWhitespace(codePoint) || codePoint == ESCAPE;
      case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> false;
      default -> true;
    };
  }
}
