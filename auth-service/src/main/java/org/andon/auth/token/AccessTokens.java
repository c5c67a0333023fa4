package org.andon.auth.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.andon.auth.directory.Person;

/** Issues access tokens. */
@ApplicationScoped
public class AccessTokens {

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
    var key = keys.signing();
    var token =
        Jwt.claims()
            .issuer(config.issuer())
            .audience(config.audience())
            .subject(person.userId())
            .upn(person.userId())
            .claim("name", person.displayName())
            .claim("email", person.email())
            .claim("sid", sessionId.toString())
            .groups(person.roles().stream().map(Enum::name).collect(Collectors.toSet()))
            .issuedAt(issuedAt)
            .expiresAt(expiresAt)
            .jws()
            .algorithm(SignatureAlgorithm.RS256)
            .keyId(key.id())
            .sign(key.privateKey());
    return new AccessToken(token, Duration.between(issuedAt, expiresAt));
  }
}
