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

  private final KeyRing keys;

  JwksResource(KeyRing keys) {
    this.keys = keys;
  }

  record KeySet(List<Map<String, Object>> keys) {}

  @GET
  @NonBlocking
  @Cache(maxAge = 300)
  public KeySet keys() {
    return new KeySet(keys.all().stream().map(SigningKey::jwk).toList());
  }
}
