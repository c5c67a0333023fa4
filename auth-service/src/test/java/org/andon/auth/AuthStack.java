package org.andon.auth;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.andon.backing.Directory;
import org.andon.backing.Person;
import org.andon.backing.Postgres;

/**
 * What auth-service stands on: PostgreSQL, the demo directory behind a link that can stall, a key.
 */
public final class AuthStack implements QuarkusTestResourceLifecycleManager {

  /** In the directory, but in none of our groups. */
  public static final Person VISITOR = new Person("visitor", "訪客", "外部");

  /** Whose account name is the mail address of operator 30. */
  public static final Person NAMESAKE = new Person("op30@plant.example", "同名", "生產", "operators");

  private static final String DATABASE = "andon_auth";
  private static final String DATABASE_PASSWORD = "test";

  private Postgres postgres;
  private Directory directory;
  private StallingLink link;
  private Path signingKey;

  @Override
  public Map<String, String> start() {
    postgres = Postgres.start(null, 0);
    postgres.createDatabase(DATABASE, DATABASE_PASSWORD);
    directory = Directory.start(0);
    directory.add(VISITOR, NAMESAKE);
    link = StallingLink.to(directory.port());
    signingKey = writeSigningKey();
    return Map.of(
        "quarkus.datasource.jdbc.url",
        postgres.jdbcUrl(DATABASE),
        "quarkus.datasource.username",
        DATABASE,
        "quarkus.datasource.password",
        DATABASE_PASSWORD,
        "andon.directory.url",
        "ldap://127.0.0.1:" + link.port(),
        "andon.directory.bind-dn",
        directory.bindDn(),
        "andon.directory.bind-password",
        directory.bindPassword(),
        "andon.directory.base-dn",
        Directory.BASE_DN,
        "andon.token.signing-key-location",
        signingKey.toString());
  }

  private static Path writeSigningKey() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      var encoded = generator.generateKeyPair().getPrivate().getEncoded();
      return Files.writeString(
          Files.createTempFile("andon-signing-key", ".pem"),
          "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
              .formatted(Base64.getMimeEncoder().encodeToString(encoded)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(directory, new TestInjector.MatchesType(Directory.class));
    injector.injectIntoFields(link, new TestInjector.MatchesType(StallingLink.class));
  }

  @Override
  public void stop() {
    try {
      link.close();
      directory.close();
      postgres.close();
      Files.deleteIfExists(signingKey);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
