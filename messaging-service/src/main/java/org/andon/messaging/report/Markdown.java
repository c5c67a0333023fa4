package org.andon.messaging.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text in Markdown that stays the text it is. */
final class Markdown {
  /**
   * All that CommonMark and its common extensions give a meaning to, addresses that would become
   * links among them.
   */
  private static final Pattern SIGN = Pattern.compile("[!#$&()*+\\-./:<=>@\\[\\\\\\]^_`{|}~]");

  private static final Pattern LINES = Pattern.compile("\\R");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");
  private static final Pattern INDENT = Pattern.compile("^[ \\t]+");

  private Markdown() {}

  /** On one line. */
  static String inline(String text) {
    return escaped(LINES.matcher(text).replaceAll(" ")).strip();
  }

  /** As a quotation, line by line. */
  static String quoted(String text) {
    return LINES
        .splitAsStream(text)
        .map(line -> INDENT.matcher(escaped(line)).replaceAll(""))
        .map(line -> "> " + line)
        .collect(Collectors.joining("\\\n"))
        .replace("> \\\n", ">\n");
  }

  /** A row of a table. */
  static String cells(List<String> cells) {
    return cells.stream().map(Markdown::inline).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String escaped(String text) {
    return SIGN.matcher(CONTROL.matcher(text).replaceAll("\uFFFD")).replaceAll("\\\\$0");
  }
}
