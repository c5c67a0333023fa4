package org.andon.launcher.stack;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Function;

/** The local stack's own secrets: made at the first start, readable by their owner alone. */
final class Secrets {
  private static final int SECRET_BYTES = 24;
  private static final int KEY_BYTES = 32;
  private static final int RSA_BITS = 2048;

  private final Path file;
  private final Path signingKey;
  private final Properties values = new Properties();

  Secrets(Path data) {
    file = data.resolve("secrets.properties");
    signingKey = data.resolve("signing-key.pem");
    try {
      if (Files.exists(file)) {
        try (var reader = Files.newBufferedReader(file)) {
          values.load(reader);
        }
      }
      if (!Files.exists(signingKey)) {
        writePrivately(signingKey, newSigningKey());
      }
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The secret of this name, the same at every start. */
  String get(String name) {
    return get(name, SECRET_BYTES, HexFormat.of()::formatHex);
  }

  /** A key of 256 bits in Base64, the same at every start. */
  String encryptionKey(String name) {
    return get("encryption-key." + name, KEY_BYTES, Base64.getEncoder()::encodeToString);
  }

  /** The key pair of web push, the same at every start. */
  synchronized VapidKeys vapidKeys() {
    if (values.getProperty("vapid.private-key") == null) {
      VapidKeys made = VapidKeys.generate();
      values.setProperty("vapid.public-key", made.publicKey());
      values.setProperty("vapid.private-key", made.privateKey());
      store();
    }
    return new VapidKeys(
        values.getProperty("vapid.public-key"), values.getProperty("vapid.private-key"));
  }

  private synchronized String get(String name, int bytes, Function<byte[], String> written) {
    String known = values.getProperty(name);
    if (known != null) {
      return known;
    }
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    values.setProperty(name, written.apply(random));
    store();
    return values.getProperty(name);
  }

  /** An RSA private key, PKCS#8 in PEM. */
  Path signingKey() {
    return signingKey;
  }

  private void store() {
    try {
      StringWriter text = new StringWriter();
      values.store(text, "secrets of the local stack");
      writePrivately(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String newSigningKey() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(RSA_BITS);
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
        + "\n-----END PRIVATE KEY-----\n";
  }

  /** Beside it first: a file that was cut short would be taken for whole at the next start. */
  private static void writePrivately(Path path, String text) throws IOException {
    Path draft = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, text);
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
  }
}
