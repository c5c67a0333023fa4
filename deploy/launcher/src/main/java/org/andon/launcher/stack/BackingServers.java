package org.andon.launcher.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.andon.backing.Directory;
import org.andon.backing.FreePort;
import org.andon.backing.KafkaBroker;
import org.andon.backing.ObjectStore;
import org.andon.backing.Postgres;
import org.andon.backing.Topics;

/** PostgreSQL, Kafka, the directory and the object store, started side by side. */
final class BackingServers implements AutoCloseable {
  static final List<String> DATABASES =
      List.of("andon_auth", "andon_room", "andon_messaging", "andon_file");
  static final String BUCKET = "andon-files";

  private static final int POSTGRES_PORT = 5433;
  private static final int KAFKA_PORT = 9092;
  private static final int LDAP_PORT = 1389;
  private static final int S3_PORT = 9000;

  private final Postgres postgres;
  private final KafkaBroker kafka;
  private final Directory directory;
  private final ObjectStore objectStore;

  BackingServers(Path data, Secrets secrets, int benchUsers, Progress progress) {
    var postgresStart = started(progress, "PostgreSQL", () -> postgres(data, secrets));
    var kafkaStart = started(progress, "Kafka", () -> kafka(data));
    var directoryStart = started(progress, "Directory (LDAP)", () -> directory(benchUsers));
    var objectStoreStart = started(progress, "Object store (S3)", () -> objectStore(data, secrets));
    postgres = postgresStart.join();
    kafka = kafkaStart.join();
    directory = directoryStart.join();
    objectStore = objectStoreStart.join();
  }

  private static <T> CompletableFuture<T> started(
      Progress progress, String name, Supplier<T> start) {
    return CompletableFuture.supplyAsync(
            start, task -> Thread.ofPlatform().name("start " + name).start(task))
        .thenApply(
            server -> {
              progress.say("%s is up", name);
              return server;
            });
  }

  private static Postgres postgres(Path data, Secrets secrets) {
    Postgres postgres =
        Postgres.start(data.resolve("postgres"), FreePort.preferring(POSTGRES_PORT));
    DATABASES.forEach(name -> postgres.createDatabase(name, secrets.get("postgres." + name)));
    return postgres;
  }

  private static KafkaBroker kafka(Path data) {
    KafkaBroker kafka = KafkaBroker.start(data.resolve("kafka"), FreePort.preferring(KAFKA_PORT));
    kafka.createTopics(Topics.ALL);
    return kafka;
  }

  private static Directory directory(int benchUsers) {
    Directory directory = Directory.start(FreePort.preferring(LDAP_PORT));
    directory.addBenchUsers(benchUsers);
    return directory;
  }

  private static ObjectStore objectStore(Path data, Secrets secrets) {
    ObjectStore store =
        ObjectStore.start(
            data.resolve("s3"),
            FreePort.preferring(S3_PORT),
            secrets.get("s3.access-key"),
            secrets.get("s3.secret-key"));
    store.createBucket(BUCKET);
    return store;
  }

  Postgres postgres() {
    return postgres;
  }

  KafkaBroker kafka() {
    return kafka;
  }

  Directory directory() {
    return directory;
  }

  ObjectStore objectStore() {
    return objectStore;
  }

  @Override
  public void close() {
    objectStore.close();
    directory.close();
    kafka.close();
    postgres.close();
  }
}
