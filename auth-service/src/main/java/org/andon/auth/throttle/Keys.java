package org.andon.auth.throttle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What attempts are counted by. Names and accounts are apart: two names sharing a bucket because
 * they mean one account would tell that it exists, were anybody told that the bucket is empty.
 */
final class Keys {

  /** Whoever has one IPv6 address has 2^64 of them. */
  private static final int IPV6_NETWORK_BYTES = 8;

  private Keys() {}

  /** The account part of {@code li.wei@plant.example} or {@code PLANT\li.wei}, hashed. */
  static String name(String typed) {
    var folded = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var withoutDomain = folded.substring(folded.lastIndexOf('\\') + 1);
    var at = withoutDomain.indexOf('@');
    return hash(at > 0 ? withoutDomain.substring(0, at) : withoutDomain);
  }

  static String account(String userId) {
    return "account:" + hash(userId);
  }

  static String address(String address) {
    return "address:" + network(address);
  }

  private static String network(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address v6
          ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), IPV6_NETWORK_BYTES))
          : address;
    } catch (IllegalArgumentException _) {
      return hash(address);
    }
  }

  static String device(String secret) {
    return "device:" + hash(secret);
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
