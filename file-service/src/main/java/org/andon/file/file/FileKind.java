package org.andon.file.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What files are used for here; each kind has its own limit. */
enum FileKind {
  IMAGE,
  DOCUMENT,
  TEXT;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<FileKind> parse(String name) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(name)).findFirst();
  }
}
