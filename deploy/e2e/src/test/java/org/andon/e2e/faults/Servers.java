package org.andon.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.andon.backing.Directory;
import org.andon.backing.KafkaBroker;
import org.andon.backing.ObjectStore;
import org.andon.backing.Postgres;
import org.andon.launcher.stack.BackingServers;

/** The stack's servers, each to be stopped and started again on its data and its port. */
final class Servers implements AutoCloseable {
  private final Path data;
  private final int objectStorePort;
  private Postgres postgres;
  private KafkaBroker kafka;
  private ObjectStore objectStore;
  private final Directory directory;

  Servers(Path data, BackingServers started) {
    this.data = data;
    this.postgres = started.postgres();
    this.kafka = started.kafka();
    this.objectStore = started.objectStore();
    // It has none any more once it is stopped.
    this.objectStorePort = objectStore.port();
    this.directory = started.directory();
  }

  String kafka() {
    return kafka.bootstrapServers();
  }

  Directory directory() {
    return directory;
  }

  void stopPostgres() {
    postgres.close();
  }

  /** {@code kill -9}: its children end when they notice. */
  void killPostgres() {
    ProcessHandle postmaster = postmaster().orElseThrow();
    List<ProcessHandle> children = postmaster.children().toList();
    postmaster.destroyForcibly();
    postmaster.onExit().join();
    children.forEach(child -> child.onExit().join());
  }

  private Optional<ProcessHandle> postmaster() {
    Path pidFile = data.resolve("postgres/cluster/postmaster.pid");
    try {
      return Files.exists(pidFile)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It does so by itself when it cannot write its log. */
  void startPostgresIfEnded() {
    if (postmaster().isEmpty()) {
      startPostgres();
    }
  }

  void startPostgres() {
    postgres.close();
    postgres = Postgres.start(data.resolve("postgres"), postgres.port());
  }

  void stopKafka() {
    kafka.close();
  }

  void startKafka() {
    kafka = KafkaBroker.start(data.resolve("kafka"), kafka.port());
  }

  void stopObjectStore() {
    objectStore.close();
  }

  void startObjectStore() {
    Properties secrets = new Properties();
    try (var file = Files.newBufferedReader(data.resolve("secrets.properties"))) {
      secrets.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    objectStore =
        ObjectStore.start(
            data.resolve("s3"),
            objectStorePort,
            secrets.getProperty("s3.access-key"),
            secrets.getProperty("s3.secret-key"));
  }

  @Override
  public void close() {
    objectStore.close();
    kafka.close();
    postgres.close();
  }
}
