package org.andon.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.andon.testkit.StallingLink;

/**
 * Links that can stall, between the directory and auth-service, and between the first messaging pod
 * and its servers.
 */
final class Wiring implements AutoCloseable {
  private static final String CUT_POD = "messaging-service-1";

  private StallingLink directory;
  private StallingLink postgres;
  private StallingLink kafka;
  private Path hosts;

  /** What a process is given so that it goes by its links; they are made at its first start. */
  synchronized Map<String, String> of(String instance, Map<String, String> usual) {
    return switch (instance) {
      case "auth-service" -> toDirectory(usual.get("ANDON_DIRECTORY_URL"));
      case CUT_POD ->
          toServers(usual.get("QUARKUS_DATASOURCE_JDBC_URL"), usual.get("KAFKA_BOOTSTRAP_SERVERS"));
      default -> Map.of();
    };
  }

  private Map<String, String> toDirectory(String url) {
    if (directory == null) {
      directory = StallingLink.to(URI.create(url).getPort());
    }
    return Map.of("ANDON_DIRECTORY_URL", "ldap://127.0.0.1:" + directory.port());
  }

  private Map<String, String> toServers(String jdbcUrl, String bootstrap) {
    int postgresPort = URI.create(jdbcUrl.substring("jdbc:".length())).getPort();
    int kafkaPort = Integer.parseInt(bootstrap.substring(bootstrap.indexOf(':') + 1));
    if (postgres == null) {
      postgres = StallingLink.to(postgresPort);
      kafka = StallingLink.at(new InetSocketAddress(other(), kafkaPort), kafkaPort);
      hosts = ownHosts();
    }
    // The broker tells its clients to come to localhost, which for this pod is another address.
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL",
        jdbcUrl.replace(":" + postgresPort + "/", ":" + postgres.port() + "/"),
        "KAFKA_BOOTSTRAP_SERVERS",
        "localhost:" + kafkaPort,
        "JAVA_TOOL_OPTIONS",
        "-Djdk.net.hosts.file=" + hosts);
  }

  private static InetAddress other() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path ownHosts() {
    try {
      return Files.writeString(
          Files.createTempFile("andon-hosts", ""), other().getHostAddress() + " localhost\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized StallingLink directory() {
    return directory;
  }

  /** Of the first messaging pod. */
  synchronized StallingLink postgres() {
    return postgres;
  }

  /** Of the first messaging pod. */
  synchronized StallingLink kafka() {
    return kafka;
  }

  @Override
  public synchronized void close() {
    try {
      for (StallingLink link : new StallingLink[] {directory, postgres, kafka}) {
        if (link != null) {
          link.close();
        }
      }
      if (hosts != null) {
        Files.delete(hosts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
