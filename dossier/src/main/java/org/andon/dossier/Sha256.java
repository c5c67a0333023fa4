package org.andon.dossier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** SHA-256, in lower-case hexadecimal where people see it. */
final class Sha256 {
  static final int BYTES = 32;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static byte[] of(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** What {@link #hex} has made of a hash. */
  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  static boolean areHashes(Stream<String> texts) {
    return texts.allMatch(text -> text != null && HASH.matcher(text).matches());
  }

  static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
