package org.andon.dossier;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** A key that seals dossiers. */
public record SealingKey(PrivateKey privateKey, PublicSealingKey publicKey) {
  byte[] sign(byte[] content) {
    try {
      Signature signer = Signature.getInstance(PublicSealingKey.ALGORITHM);
      signer.initSign(privateKey);
      signer.update(content);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  @Override
  public String toString() {
    return publicKey.id();
  }
}
