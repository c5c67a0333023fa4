package org.andon.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** TLS in front of a server on this machine, with a certificate by a private authority. */
public final class TlsLink implements AutoCloseable {

  private static final String PASSWORD = "changeit";

  private final SSLServerSocket listener;
  private final int target;
  private final Path authority;

  private TlsLink(SSLServerSocket listener, int target, Path authority) {
    this.listener = listener;
    this.target = target;
    this.authority = authority;
  }

  /**
   * @param name whom the certificate is made out to
   * @param folder where keys and certificates are made
   */
  public static TlsLink to(int target, String name, Path folder) {
    try {
      var authority = makeCertificates(name, folder);
      var keys =
          KeyStore.getInstance(folder.resolve("server.p12").toFile(), PASSWORD.toCharArray());
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      var listener =
          (SSLServerSocket)
              context
                  .getServerSocketFactory()
                  .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
      var link = new TlsLink(listener, target, authority);
      Thread.startVirtualThread(link::accept);
      return link;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The authority's certificate, PEM. */
  private static Path makeCertificates(String name, Path folder) throws IOException {
    keytool(
        folder,
        "-genkeypair",
        "-keystore",
        "ca.p12",
        "-alias",
        "ca",
        "-dname",
        "CN=Plant CA",
        "-keyalg",
        "EC",
        "-ext",
        "bc:c");
    keytool(
        folder, "-exportcert", "-keystore", "ca.p12", "-alias", "ca", "-rfc", "-file", "ca.pem");
    keytool(
        folder,
        "-genkeypair",
        "-keystore",
        "server.p12",
        "-alias",
        "server",
        "-dname",
        "CN=" + name,
        "-keyalg",
        "EC");
    keytool(
        folder, "-certreq", "-keystore", "server.p12", "-alias", "server", "-file", "server.csr");
    keytool(
        folder,
        "-gencert",
        "-keystore",
        "ca.p12",
        "-alias",
        "ca",
        "-infile",
        "server.csr",
        "-rfc",
        "-outfile",
        "server.pem",
        "-ext",
        "san=dns:" + name);
    keytool(
        folder,
        "-importcert",
        "-keystore",
        "server.p12",
        "-alias",
        "ca",
        "-file",
        "ca.pem",
        "-noprompt");
    keytool(
        folder,
        "-importcert",
        "-keystore",
        "server.p12",
        "-alias",
        "server",
        "-file",
        "server.pem");
    return folder.resolve("ca.pem");
  }

  private static void keytool(Path folder, String... arguments) throws IOException {
    var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command =
        Stream.of(List.of(tool), List.of(arguments), List.of("-storepass", PASSWORD))
            .flatMap(List::stream)
            .toList();
    var output = folder.resolve("keytool.log");
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public Path authority() {
    return authority;
  }

  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        var client = listener.accept();
        Thread.startVirtualThread(() -> connect(client));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void connect(Socket client) {
    try (client;
        var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      Thread.startVirtualThread(() -> carry(server, client));
      carry(client, server);
    } catch (IOException _) {
      // either side is gone
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // either side is gone
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
