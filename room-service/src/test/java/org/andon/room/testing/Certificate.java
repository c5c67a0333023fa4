package org.andon.room.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate of localhost, and its key.
 *
 * @param pem where the certificate is, for who trusts it
 */
record Certificate(Path pem, SSLContext context) {

  /** By the JDK's own tool: there is no API for it. */
  static Certificate ofLocalhost() {
    try {
      Path folder = Files.createTempDirectory("andon-push");
      folder.toFile().deleteOnExit();
      Path store = folder.resolve("localhost.p12");
      Path pem = folder.resolve("localhost.pem");
      String password = UUID.randomUUID().toString();
      keytool(
          store,
          password,
          "-genkeypair",
          "-alias",
          "localhost",
          "-keyalg",
          "EC",
          "-dname",
          "CN=localhost",
          "-ext",
          "san=dns:localhost");
      keytool(
          store, password, "-exportcert", "-alias", "localhost", "-rfc", "-file", pem.toString());
      pem.toFile().deleteOnExit();
      store.toFile().deleteOnExit();
      return new Certificate(pem, context(store, password.toCharArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(Path store, String password, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", password));
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException("keytool: " + status);
    }
  }

  private static SSLContext context(Path store, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(store)) {
      keys.load(content, password);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
