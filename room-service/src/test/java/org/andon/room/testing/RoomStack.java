package org.andon.room.testing;

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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.andon.backing.KafkaBroker;
import org.andon.backing.Postgres;
import org.andon.backing.Topics;

/** The servers room-service works with, and the keys its callers' tokens are signed with. */
public class RoomStack implements QuarkusTestResourceLifecycleManager {
  private static final String DATABASE = "andon_room";

  private Postgres postgres;
  private Path postgresData;
  private KafkaBroker kafka;
  private Path kafkaData;
  private Path keys;

  @Override
  public Map<String, String> start() {
    try {
      String password = UUID.randomUUID().toString();
      postgresData = Files.createTempDirectory("andon-room-postgres");
      postgres = Postgres.start(postgresData, 0);
      postgres.createDatabase(DATABASE, password);
      kafkaData = Files.createTempDirectory("andon-room-kafka");
      kafka = KafkaBroker.start(kafkaData, 0);
      kafka.createTopics(Topics.ALL);
      keys = Files.createTempDirectory("andon-room-keys");
      KeyPair pair = rsa();
      return Map.of(
          "quarkus.datasource.jdbc.url", postgres.jdbcUrl(DATABASE),
          "quarkus.datasource.username", DATABASE,
          "quarkus.datasource.password", password,
          "kafka.bootstrap.servers", kafka.bootstrapServers(),
          "andon.notification.escalation.check-every", "1s",
          "mp.jwt.verify.publickey.location",
              pem(keys.resolve("public.pem"), "PUBLIC KEY", pair.getPublic().getEncoded()),
          "smallrye.jwt.sign.key.location",
              pem(keys.resolve("private.pem"), "PRIVATE KEY", pair.getPrivate().getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(RoomStack.class));
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
    }
    if (postgres != null) {
      postgres.close();
    }
    Stream.of(postgresData, kafkaData, keys).filter(Objects::nonNull).forEach(RoomStack::delete);
  }

  public void stopPostgres() {
    postgres.close();
  }

  public void startPostgresAgain() {
    postgres = Postgres.start(postgresData, postgres.port());
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
