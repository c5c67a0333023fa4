package org.andon.launcher.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.andon.backing.Directory;
import org.andon.backing.KafkaBroker;
import org.andon.backing.ObjectStore;
import org.andon.backing.Postgres;
import org.andon.backing.Topics;

/** PostgreSQL, Kafka, the directory and the object store, started side by side. */
public final class BackingServers implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(BackingServers.class.getName());

  static final List<String> DATABASES =
      List.of("andon_auth", "andon_room", "andon_messaging", "andon_file");
  static final String BUCKET = "andon-files";

  private static final int POSTGRES_PORT = 5433;
  private static final int KAFKA_PORT = 9092;
  private static final int LDAP_PORT = 1389;
  private static final int S3_PORT = 9000;

  private final CompletableFuture<Postgres> postgres;
  private final CompletableFuture<KafkaBroker> kafka;
  private final CompletableFuture<Directory> directory;
  private final CompletableFuture<ObjectStore> objectStore;

  /** Begins to start them; {@link #awaitStarted} tells when they have. */
  BackingServers(Path data, Secrets secrets, StackOptions options, Progress progress) {
    postgres =
        starting(
            progress, "PostgreSQL", () -> postgres(data, secrets, options.portOr(POSTGRES_PORT)));
    kafka = starting(progress, "Kafka", () -> kafka(data, options.portOr(KAFKA_PORT)));
    directory =
        starting(
            progress,
            "Directory (LDAP)",
            () -> directory(options.portOr(LDAP_PORT), options.benchUsers()));
    objectStore =
        starting(
            progress,
            "Object store (S3)",
            () -> objectStore(data, secrets, options.portOr(S3_PORT)));
  }

  private static <T> CompletableFuture<T> starting(
      Progress progress, String name, Supplier<T> start) {
    return CompletableFuture.supplyAsync(
            start, task -> Thread.ofPlatform().name("start " + name).start(task))
        .thenApply(
            server -> {
              progress.say("%s is up", name);
              return server;
            });
  }

  void awaitStarted() {
    CompletableFuture.allOf(postgres, kafka, directory, objectStore).join();
  }

  private static Postgres postgres(Path data, Secrets secrets, int port) {
    Postgres postgres = Postgres.start(data.resolve(DataStore.POSTGRES), port);
    DATABASES.forEach(name -> postgres.createDatabase(name, secrets.get("postgres." + name)));
    return postgres;
  }

  private static KafkaBroker kafka(Path data, int port) {
    KafkaBroker kafka = KafkaBroker.start(data.resolve(DataStore.KAFKA), port);
    kafka.createTopics(Topics.ALL);
    return kafka;
  }

  private static Directory directory(int port, int benchUsers) {
    Directory directory = Directory.start(port);
    directory.addBenchUsers(benchUsers);
    return directory;
  }

  private static ObjectStore objectStore(Path data, Secrets secrets, int port) {
    ObjectStore store =
        ObjectStore.start(
            data.resolve(DataStore.S3),
            port,
            secrets.get("s3.access-key"),
            secrets.get("s3.secret-key"));
    store.createBucket(BUCKET);
    return store;
  }

  public Postgres postgres() {
    return postgres.join();
  }

  public KafkaBroker kafka() {
    return kafka.join();
  }

  public Directory directory() {
    return directory.join();
  }

  public ObjectStore objectStore() {
    return objectStore.join();
  }

  /** Stops those that have started, whatever becomes of the others. */
  @Override
  public void close() {
    Stream.of(objectStore, directory, kafka, postgres).forEach(BackingServers::close);
  }

  private static void close(CompletableFuture<? extends AutoCloseable> server) {
    try {
      server.join().close();
    } catch (CompletionException e) {
      LOG.log(Level.INFO, "never started", e);
    } catch (Exception e) {
      LOG.log(Level.WARNING, "not stopped cleanly", e);
    }
  }
}
