package org.andon.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keys that somebody trusts to be an installation's, from its JWK set (RFC 7517). */
public record TrustedKeys(List<PublicSealingKey> keys) {
  /**
   * @throws IOException if it is no JWK set, or has no key that seals dossiers
   */
  static TrustedKeys read(byte[] jwks) throws IOException {
    List<PublicSealingKey> keys = new ArrayList<>();
    for (JsonNode jwk : DossierFormat.JSON.readTree(jwks).path("keys")) {
      if (jwk.path("crv").asText().equals(PublicSealingKey.ALGORITHM)) {
        keys.add(key(jwk.path("x").asText()));
      }
    }
    if (keys.isEmpty()) {
      throw new IOException("there is no Ed25519 key in it");
    }
    return new TrustedKeys(List.copyOf(keys));
  }

  private static PublicSealingKey key(String x) throws IOException {
    try {
      return new PublicSealingKey(x);
    } catch (IllegalArgumentException e) {
      throw new IOException("a key in it is not one of Ed25519", e);
    }
  }

  boolean contains(PublicSealingKey key) {
    return keys.contains(key);
  }
}
