package org.andon.messaging.dossier;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.andon.dossier.PublicSealingKey;
import org.jboss.resteasy.reactive.Cache;

/**
 * The public keys of dossiers, as a JWK set (RFC 7517). Not among those of tokens: whoever verifies
 * tokens is never to take a dossier's key for one of theirs.
 */
@Path("/api/dossier-keys")
@PermitAll
@RunOnVirtualThread
class DossierKeysResource {
  private final DossierKeys keys;

  DossierKeysResource(DossierKeys keys) {
    this.keys = keys;
  }

  record KeySet(List<Map<String, String>> keys) {}

  /** Kept for a minute: a new key's first dossier is checked soon after. */
  @GET
  @Cache(maxAge = 60)
  public KeySet keys() throws SQLException {
    return new KeySet(keys.published().stream().map(PublicSealingKey::jwk).toList());
  }
}
