package org.andon.messaging.operation;

import java.util.regex.Pattern;

/** Tells whether a text is one emoji, by the pattern of Unicode Technical Standard 51, ED-15a. */
final class Emoji {
  private static final int MAX_LENGTH = 64;

  private static final String FLAG = "[\\x{1F1E6}-\\x{1F1FF}]{2}";
  private static final String KEYCAP = "[0-9#*]\\x{FE0F}?\\x{20E3}";
  private static final String PICTOGRAPH =
      "[\\p{IsEmoji}&&\\p{IsExtended_Pictographic}]"
          + "(?:\\p{IsEmoji_Modifier}|\\x{FE0F}\\x{20E3}?|[\\x{E0020}-\\x{E007E}]+\\x{E007F})?";
  private static final Pattern ONE =
      Pattern.compile(FLAG + "|" + KEYCAP + "|" + PICTOGRAPH + "(?:\\x{200D}" + PICTOGRAPH + ")*");

  private Emoji() {}

  static boolean isOne(String text) {
    return text.length() <= MAX_LENGTH && ONE.matcher(text).matches();
  }
}
