package org.andon.file.file;

import org.jboss.resteasy.reactive.RestQuery;

/**
 * The query of the list of files, as it came: texts, so that a wrong one can be answered by name.
 */
class ListFiles {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  @RestQuery String type;
  @RestQuery String q;
  @RestQuery String limit;
  @RestQuery String cursor;

  FileFilter filter() {
    return new FileFilter(
        parseType(), parseText(), parseLimit(), cursor == null ? null : FileCursor.parse(cursor));
  }

  private FileKind parseType() {
    return type == null
        ? null
        : FileKind.parse(type)
            .orElseThrow(
                () ->
                    new FileException.InvalidField("type", "must be one of image, document, text"));
  }

  private String parseText() {
    if (q != null && q.indexOf('\0') >= 0) {
      throw new FileException.InvalidField("q", "holds a character that is not text");
    }
    return q == null || q.isBlank() ? null : q.strip();
  }

  private int parseLimit() {
    try {
      int number = limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit);
      if (number >= 1 && number <= MAX_LIMIT) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below, as a number out of bounds is.
    }
    throw new FileException.InvalidField("limit", "must be a number from 1 to " + MAX_LIMIT);
  }
}
