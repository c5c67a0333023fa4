package org.andon.file.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.andon.backing.KafkaBroker;
import org.andon.backing.ObjectStore;
import org.andon.backing.Postgres;
import org.andon.backing.Topics;

/** The servers file-service works with, and the keys its callers' tokens are signed with. */
public class FileStack implements QuarkusTestResourceLifecycleManager {
  private static final String DATABASE = "andon_file";
  private static final String ACCESS_KEY = "andon-test";

  private final String secretKey = UUID.randomUUID().toString();
  private Postgres postgres;
  private DatabaseLine line;
  private KafkaBroker kafka;
  private Path kafkaData;
  private Path keys;
  private ObjectStore store;
  private Path storeData;
  private int storePort;
  private RoomServiceTwin rooms;

  @Override
  public Map<String, String> start() {
    try {
      String password = UUID.randomUUID().toString();
      postgres = Postgres.start(null, 0);
      postgres.createDatabase(DATABASE, password);
      line = new DatabaseLine(postgres.port());
      kafkaData = Files.createTempDirectory("andon-file-kafka");
      kafka = KafkaBroker.start(kafkaData, 0);
      kafka.createTopics(Topics.ALL);
      storeData = Files.createTempDirectory("andon-file-store");
      store = ObjectStore.start(storeData, 0, ACCESS_KEY, secretKey);
      storePort = store.port();
      rooms = new RoomServiceTwin();
      keys = Files.createTempDirectory("andon-file-keys");
      KeyPair pair = rsa();
      Map<String, String> config = new HashMap<>();
      // Statements in their own words each time, so that the line can tell them apart.
      config.put(
          "quarkus.datasource.jdbc.url",
          "jdbc:postgresql://127.0.0.1:" + line.port() + "/" + DATABASE + "?prepareThreshold=0");
      config.put("quarkus.datasource.username", DATABASE);
      config.put("quarkus.datasource.password", password);
      config.put("kafka.bootstrap.servers", kafka.bootstrapServers());
      config.put("quarkus.minio.host", "127.0.0.1");
      config.put("quarkus.minio.port", String.valueOf(store.port()));
      config.put("quarkus.minio.access-key", ACCESS_KEY);
      config.put("quarkus.minio.secret-key", secretKey);
      config.put("andon.storage.public-endpoint", store.endpoint().toString());
      config.put("quarkus.rest-client.room-service.url", rooms.url());
      config.put(
          "mp.jwt.verify.publickey.location",
          pem(keys.resolve("public.pem"), "PUBLIC KEY", pair.getPublic().getEncoded()));
      config.put(
          "smallrye.jwt.sign.key.location",
          pem(keys.resolve("private.pem"), "PRIVATE KEY", pair.getPrivate().getEncoded()));
      return config;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(FileStack.class));
    injector.injectIntoFields(rooms, new TestInjector.MatchesType(RoomServiceTwin.class));
  }

  @Override
  public void stop() {
    if (rooms != null) {
      rooms.stop();
    }
    if (store != null) {
      store.close();
    }
    if (kafka != null) {
      kafka.close();
    }
    if (line != null) {
      line.close();
    }
    if (postgres != null) {
      postgres.close();
    }
    Stream.of(storeData, kafkaData, keys).filter(Objects::nonNull).forEach(FileStack::delete);
  }

  public DatabaseLine databaseLine() {
    return line;
  }

  public void stopStore() {
    store.close();
  }

  public void startStoreAgain() {
    store = ObjectStore.start(storeData, storePort, ACCESS_KEY, secretKey);
  }

  public void stopKafka() {
    kafka.close();
  }

  public void startKafkaAgain() {
    kafka = KafkaBroker.start(kafkaData, kafka.port());
  }

  private static void delete(Path directory) {
    try (Stream<Path> content = Files.walk(directory)) {
      content.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyPair rsa() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(Path file, String kind, byte[] key) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, body, kind));
    return file.toUri().toString();
  }
}
