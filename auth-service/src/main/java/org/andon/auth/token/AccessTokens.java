package org.andon.auth.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.andon.auth.directory.Person;

/** Issues access tokens. */
@ApplicationScoped
public class AccessTokens {

  private static final String MACHINE = "machine";

  private final KeyRing keys;
  private final TokenConfig config;

  AccessTokens(KeyRing keys, TokenConfig config) {
    this.keys = keys;
    this.config = config;
  }

  /** How long a token is valid at most. */
  public Duration lifetime() {
    return config.lifetime();
  }

  /** A token by which services know this person, in this session. */
  public AccessToken issue(Person person, UUID sessionId, Instant issuedAt, Instant expiresAt) {
    return issue(
        person,
        sessionId,
        issuedAt,
        expiresAt,
        claims ->
            claims
                .claim("email", person.email())
                .groups(person.roles().stream().map(Enum::name).collect(Collectors.toSet())));
  }

  /**
   * A token by which messaging-service knows this machine, and every service that it is one.
   *
   * @param rooms ids of rooms it may write in, and {@code templates} of what those are made from
   */
  public AccessToken issueToMachine(
      Person machine,
      UUID sessionId,
      List<UUID> rooms,
      List<UUID> templates,
      Instant issuedAt,
      Instant expiresAt) {
    return issue(
        machine,
        sessionId,
        issuedAt,
        expiresAt,
        claims ->
            claims
                .claim("rooms", texts(rooms))
                .claim("templates", texts(templates))
                .groups(MACHINE));
  }

  private static List<String> texts(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toList();
  }

  private AccessToken issue(
      Person holder,
      UUID sessionId,
      Instant issuedAt,
      Instant expiresAt,
      UnaryOperator<JwtClaimsBuilder> further) {
    var key = keys.signing();
    var claims =
        Jwt.claims()
            .issuer(config.issuer())
            .audience(config.audience())
            .subject(holder.userId())
            .upn(holder.userId())
            .claim("name", holder.displayName())
            .claim("sid", sessionId.toString())
            .issuedAt(issuedAt)
            .expiresAt(expiresAt);
    var token =
        further
            .apply(claims)
            .jws()
            .algorithm(SignatureAlgorithm.RS256)
            .keyId(key.id())
            .sign(key.privateKey());
    return new AccessToken(token, Duration.between(issuedAt, expiresAt));
  }
}
