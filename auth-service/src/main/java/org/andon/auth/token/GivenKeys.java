package org.andon.auth.token;

import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Keys from files, such as a mounted secret; read anew each time, so a changed secret is seen. */
record GivenKeys(Path signing, List<Path> others) implements KeySource {

  private static final int MINIMUM_BITS = 2048;

  @Override
  public List<SigningKey> keys() {
    return Stream.concat(
            Stream.of(read(signing, Instant.EPOCH)),
            others.stream().map(location -> read(location, Instant.MAX)))
        .toList();
  }

  private static SigningKey read(Path location, Instant signsFrom) {
    try {
      if (KeyUtils.decodePrivateKey(Files.readString(location)) instanceof RSAPrivateCrtKey key
          && key.getModulus().bitLength() >= MINIMUM_BITS) {
        return SigningKey.of(key, signsFrom);
      }
      throw new IllegalStateException(
          location + " must hold an RSA key of at least " + MINIMUM_BITS + " bits");
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "andon.token: " + location + " is not a readable PKCS #8 PEM file", e);
    }
  }
}
