package org.andon.messaging.dossier;

import java.util.UUID;
import java.util.regex.Pattern;

/** What a file is called in a dossier: safe to unpack on any system, and still to be recognised. */
final class EntryName {
  /** With the folder, the id and three bytes a character, below what file systems take. */
  private static final int LONGEST = 60;

  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}/\\\\:*?\"<>|]");

  private EntryName() {}

  static String of(UUID fileId, String fileName) {
    String safe = UNSAFE.matcher(fileName).replaceAll("_").strip();
    int length = safe.codePointCount(0, safe.length());
    if (length > LONGEST) {
      // The end tells what kind of file it is.
      safe = safe.substring(safe.offsetByCodePoints(0, length - LONGEST));
    }
    return "files/" + fileId + "-" + safe.replaceAll("[. ]+$", "_");
  }
}
