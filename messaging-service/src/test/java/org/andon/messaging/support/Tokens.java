package org.andon.messaging.support;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tokens as auth-service would issue them, signed with this run's own key. */
public final class Tokens {
  private static final Duration LASTING = Duration.ofMinutes(10);
  private static final KeyPair KEYS = newKeys();

  private Tokens() {}

  public static String of(String userId) {
    return token(userId, Set.of("user"), LASTING);
  }

  public static String ofAdmin(String userId) {
    return token(userId, Set.of("user", "admin"), LASTING);
  }

  public static String lasting(String userId, Duration duration) {
    return token(userId, Set.of("user"), duration);
  }

  /** Of a session that a test names. */
  public static String ofSession(String userId, UUID session, Duration duration) {
    return token(userId, Set.of("user"), session, duration);
  }

  /** Of a service account. */
  public static String ofMachine(UUID clientId, List<UUID> rooms, List<UUID> templates) {
    return claims("machine:" + clientId, Set.of("machine"), UUID.randomUUID(), LASTING)
        .claim("rooms", rooms.stream().map(UUID::toString).toList())
        .claim("templates", templates.stream().map(UUID::toString).toList())
        .sign(KEYS.getPrivate());
  }

  private static String token(String userId, Set<String> groups, Duration duration) {
    return token(userId, groups, UUID.randomUUID(), duration);
  }

  private static String token(String userId, Set<String> groups, UUID session, Duration duration) {
    return claims(userId, groups, session, duration).sign(KEYS.getPrivate());
  }

  private static JwtClaimsBuilder claims(
      String userId, Set<String> groups, UUID session, Duration duration) {
    return Jwt.issuer("andon")
        .audience("andon")
        .subject(userId)
        .upn(userId)
        .groups(groups)
        .claim("name", "Name of " + userId)
        .claim("email", userId)
        .claim("sid", session.toString())
        .expiresAt(Instant.now().plus(duration));
  }

  static Map<String, String> verifierConfig() {
    return Map.of("mp.jwt.verify.publickey.location", publicKey().toUri().toString());
  }

  private static Path publicKey() {
    try {
      Path file = Files.createTempFile("andon-public-key", ".pem");
      file.toFile().deleteOnExit();
      String key = Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded());
      return Files.writeString(
          file, "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
