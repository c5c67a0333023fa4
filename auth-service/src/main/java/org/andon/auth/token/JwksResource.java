package org.andon.auth.token;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.Cache;

/** The public keys of access tokens, as a JWK set (RFC 7517). */
@Path("/api/auth/jwks")
@PermitAll
class JwksResource {

  private final SigningKey key;

  JwksResource(SigningKey key) {
    this.key = key;
  }

  record KeySet(List<Map<String, Object>> keys) {}

  @GET
  @NonBlocking
  @Cache(maxAge = 300)
  public KeySet keys() {
    return new KeySet(List.of(key.jwk()));
  }
}
