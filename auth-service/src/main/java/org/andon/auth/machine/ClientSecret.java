package org.andon.auth.machine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What a machine proves its account with: 256 bits nobody can guess. */
record ClientSecret(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int BYTES = 32;

  /** By which tools that look for secrets in repositories and logs know one. */
  private static final String PREFIX = "andon_";

  static ClientSecret random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new ClientSecret(PREFIX + BASE64.encodeToString(bytes));
  }

  String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return BASE64.encodeToString(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Never the secret: records are printed by logs and debuggers. */
  @Override
  public String toString() {
    return "ClientSecret[…]";
  }
}
