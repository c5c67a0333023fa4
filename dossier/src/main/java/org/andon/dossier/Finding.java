package org.andon.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;

/**
 * Something that is not as it was sealed.
 *
 * @param event the number of the event it is about, or null
 * @param line of the events, for one that was added; or null
 * @param file the name of the file it is about, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Finding(Kind kind, Long event, Integer line, String file) {
  enum Kind {
    /** No ZIP file, or one that is cut short or damaged. */
    UNREADABLE,
    /** A name that leads out of the folder it would be unpacked to. */
    UNSAFE_NAME,
    NAME_TWICE,
    /** It unpacks to far more than any dossier does. */
    TOO_LARGE,
    /** Without a manifest, or with one that this version cannot read. */
    NOT_A_DOSSIER,
    SIGNATURE_WRONG,
    /** Signed, but by none of the keys that are trusted. */
    KEY_UNKNOWN,
    CHAIN_BROKEN,
    /** The numbers of the manifest have a gap. */
    EVENT_MISSING,
    EVENT_CHANGED,
    EVENT_REMOVED,
    EVENT_ADDED,
    EVENT_MOVED,
    FILE_CHANGED,
    FILE_REMOVED,
    FILE_ADDED;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding of(Kind kind) {
    return new Finding(kind, null, null, null);
  }

  static Finding event(Kind kind, long number) {
    return new Finding(kind, number, null, null);
  }

  static Finding line(int line) {
    return new Finding(Kind.EVENT_ADDED, null, line, null);
  }

  static Finding file(Kind kind, String name) {
    return new Finding(kind, null, null, name);
  }
}
