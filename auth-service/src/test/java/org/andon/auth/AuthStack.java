package org.andon.auth;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import org.andon.backing.Directory;
import org.andon.backing.KafkaBroker;
import org.andon.backing.Person;
import org.andon.backing.Postgres;
import org.andon.backing.Topics;
import org.andon.testkit.StallingLink;

/**
 * What auth-service stands on: PostgreSQL, Kafka, the demo directory behind a link that can stall.
 */
public class AuthStack implements QuarkusTestResourceLifecycleManager {

  /** In the directory, but in none of our groups. */
  public static final Person VISITOR = new Person("visitor", "訪客", "外部");

  /** Whose account name is the mail address of operator 30. */
  public static final Person NAMESAKE = new Person("op30@plant.example", "同名", "生產", "operators");

  /** 32 bytes that guard nothing. */
  private static final String ENCRYPTION_KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private static final String DATABASE = "andon_auth";
  private static final String DATABASE_PASSWORD = "test";

  private Postgres postgres;
  private KafkaBroker kafka;
  private Path kafkaData;
  private Directory directory;
  private StallingLink link;
  private DirectoryProxy proxy;
  private SilentServer silent;

  @Override
  public Map<String, String> start() {
    postgres = Postgres.start(null, 0);
    postgres.createDatabase(DATABASE, DATABASE_PASSWORD);
    directory = Directory.start(0);
    directory.add(VISITOR, NAMESAKE);
    link = StallingLink.to(directory.port());
    proxy = DirectoryProxy.to(directory);
    silent = SilentServer.start();
    kafkaData = temporary();
    kafka = KafkaBroker.start(kafkaData, 0);
    kafka.createTopics(Topics.ALL);
    return Map.ofEntries(
        Map.entry("quarkus.datasource.jdbc.url", postgres.jdbcUrl(DATABASE)),
        Map.entry("quarkus.datasource.username", DATABASE),
        Map.entry("quarkus.datasource.password", DATABASE_PASSWORD),
        Map.entry("kafka.bootstrap.servers", kafka.bootstrapServers()),
        Map.entry("andon.directory.url", "ldap://127.0.0.1:" + link.port()),
        // For the profiles of tests that need another.
        Map.entry("test.directory.proxy", proxy.url()),
        Map.entry("test.directory.silent", "ldap://127.0.0.1:" + silent.port()),
        Map.entry("andon.directory.bind-dn", directory.bindDn()),
        Map.entry("andon.directory.bind-password", directory.bindPassword()),
        Map.entry("andon.directory.base-dn", Directory.BASE_DN),
        Map.entry("andon.token.keys.encryption-key", ENCRYPTION_KEY),
        // Most tests fail to sign in on purpose, all from one address.
        Map.entry("andon.login-throttle.per-name-and-address", "10000"),
        Map.entry("andon.login-throttle.per-account", "10000"),
        Map.entry("andon.login-throttle.per-address", "10000"),
        Map.entry("andon.login-throttle.per-address-in-all", "10000"),
        Map.entry("andon.login.refusal-time", "50ms"),
        Map.entry("andon.account-watch.tick", "1s"),
        Map.entry("andon.account-watch.interval", "1s"));
  }

  Directory directory() {
    return directory;
  }

  public void stopKafka() {
    kafka.close();
  }

  public void startKafkaAgain() {
    kafka = KafkaBroker.start(kafkaData, kafka.port());
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("andon-auth-kafka");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(AuthStack.class));
    injector.injectIntoFields(directory, new TestInjector.MatchesType(Directory.class));
    injector.injectIntoFields(proxy, new TestInjector.MatchesType(DirectoryProxy.class));
    injector.injectIntoFields(link, new TestInjector.MatchesType(StallingLink.class));
  }

  @Override
  public void stop() {
    try {
      silent.close();
      proxy.close();
      link.close();
      directory.close();
      kafka.close();
      postgres.close();
      delete(kafkaData);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var content = Files.walk(folder)) {
      content.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
