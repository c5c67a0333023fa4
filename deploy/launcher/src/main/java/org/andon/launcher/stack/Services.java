package org.andon.launcher.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.andon.backing.Directory;
import org.andon.backing.FreePort;

/** What each of the four services is given to run here. */
final class Services {
  static final String AUTH = "auth-service";
  static final String ROOM = "room-service";
  static final String MESSAGING = "messaging-service";
  static final String FILE = "file-service";
  static final List<String> ALL = List.of(AUTH, ROOM, FILE, MESSAGING);

  private static final int AUTH_PORT = 8101;
  private static final int ROOM_PORT = 8102;
  private static final int MESSAGING_PORT = 8103;
  private static final int FILE_PORT = 8104;
  private static final int NEXT_POD_PORT = 8110;

  /** Beyond what this machine can do: a load test is about the service, not about its throttles. */
  private static final String BENCH_LIMIT = "1000000";

  /** Signing thousands in takes minutes, so their tokens outlast a whole run. */
  private static final String BENCH_TOKEN_LIFETIME = "PT2H";

  /** Of the makers of browsers: nothing goes there before somebody turns it on in theirs. */
  private static final String PUSH_SERVICES =
      "fcm.googleapis.com,*.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com";

  private static final List<String> SMALL_HEAP = List.of("-Xms48m", "-Xmx160m");

  /** Previews are decoded in memory. */
  private static final List<String> IMAGES_HEAP = List.of("-Xms48m", "-Xmx192m");

  /**
   * A messaging pod takes at the start what its sockets will need: room to collect what is
   * short-lived before it is copied, and no growing under load.
   */
  private static final List<String> SOCKETS_HEAP =
      List.of("-Xms192m", "-Xmx320m", "-Xmn64m", "-XX:+AlwaysPreTouch");

  private final StackOptions options;
  private final BackingServers backing;
  private final Secrets secrets;
  private final String gateway;

  Services(StackOptions options, BackingServers backing, Secrets secrets, String gateway) {
    this.options = options;
    this.backing = backing;
    this.secrets = secrets;
    this.gateway = gateway;
  }

  List<ServiceSpec> specs() {
    int auth = options.portOr(AUTH_PORT);
    int room = options.portOr(ROOM_PORT);
    int file = options.portOr(FILE_PORT);
    Map<String, String> common =
        Map.of(
            "ANDON_JWKS_URL", "http://127.0.0.1:" + auth + "/api/auth/jwks",
            "ANDON_PUBLIC_URL", gateway,
            "KAFKA_BOOTSTRAP_SERVERS", backing.kafka().bootstrapServers(),
            "ANDON_AUTH_SERVICE_URL", "http://127.0.0.1:" + auth,
            "ANDON_ROOM_SERVICE_URL", "http://127.0.0.1:" + room,
            "ANDON_FILE_SERVICE_URL", "http://127.0.0.1:" + file);

    List<ServiceSpec> specs = new ArrayList<>();
    specs.add(spec(AUTH, AUTH, auth, "andon_auth", common, authSettings()));
    specs.add(spec(ROOM, ROOM, room, "andon_room", common, roomSettings()));
    specs.add(spec(FILE, FILE, file, "andon_file", common, fileSettings()));
    for (int pod = 1; pod <= options.messagingPods(); pod++) {
      String instance = MESSAGING + "-" + pod;
      int port = options.portOr(pod == 1 ? MESSAGING_PORT : NEXT_POD_PORT + pod);
      specs.add(spec(MESSAGING, instance, port, "andon_messaging", common, messagingSettings()));
    }
    return specs;
  }

  private Map<String, String> authSettings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("ANDON_DIRECTORY_URL", backing.directory().ldapUrl());
    settings.put("ANDON_DIRECTORY_BASE_DN", Directory.BASE_DN);
    settings.put("ANDON_DIRECTORY_BIND_DN", backing.directory().bindDn());
    settings.put("ANDON_DIRECTORY_BIND_PASSWORD", backing.directory().bindPassword());
    settings.put("ANDON_TOKEN_SIGNING_KEY_LOCATION", secrets.signingKey().toString());
    // http://localhost has no TLS, and not every client sends a Secure cookie there.
    settings.put("ANDON_SESSION_COOKIE_SECURE", "false");
    if (options.benchUsers() > 0) {
      settings.put("ANDON_TOKEN_LIFETIME", BENCH_TOKEN_LIFETIME);
      settings.put("ANDON_LOGIN_THROTTLE_PER_ADDRESS", BENCH_LIMIT);
      settings.put("ANDON_LOGIN_THROTTLE_PER_ADDRESS_IN_ALL", BENCH_LIMIT);
    }
    return settings;
  }

  private Map<String, String> roomSettings() {
    VapidKeys keys = secrets.vapidKeys();
    return Map.of(
        "ANDON_PUSH_ALLOWED_HOSTS",
        PUSH_SERVICES,
        "ANDON_PUSH_PUBLIC_KEY",
        keys.publicKey(),
        "ANDON_PUSH_PRIVATE_KEY",
        keys.privateKey(),
        "ANDON_PUSH_CONTACT",
        "mailto:andon@plant.example");
  }

  private Map<String, String> messagingSettings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("ANDON_MESSAGING_DOSSIER_KEYS_ENCRYPTION_KEY", secrets.encryptionKey("dossiers"));
    if (options.benchUsers() > 0) {
      settings.put("ANDON_MESSAGING_SOCKET_FRAMES_PER_SECOND", BENCH_LIMIT);
      settings.put("ANDON_MESSAGING_SOCKET_BURST", BENCH_LIMIT);
      settings.put("ANDON_MESSAGING_SOCKET_SOCKETS_PER_USER", BENCH_LIMIT);
    }
    return settings;
  }

  private Map<String, String> fileSettings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("QUARKUS_MINIO_HOST", "127.0.0.1");
    settings.put("QUARKUS_MINIO_PORT", Integer.toString(backing.objectStore().port()));
    settings.put("QUARKUS_MINIO_SECURE", "false");
    settings.put("QUARKUS_MINIO_ACCESS_KEY", secrets.get("s3.access-key"));
    settings.put("QUARKUS_MINIO_SECRET_KEY", secrets.get("s3.secret-key"));
    settings.put("ANDON_STORAGE_BUCKET", BackingServers.BUCKET);
    settings.put(
        "ANDON_STORAGE_PUBLIC_ENDPOINT", "http://localhost:" + backing.objectStore().port());
    return settings;
  }

  private ServiceSpec spec(
      String name,
      String instance,
      int port,
      String database,
      Map<String, String> common,
      Map<String, String> own) {
    Map<String, String> environment = new HashMap<>(common);
    environment.putAll(own);
    environment.put("HOSTNAME", instance);
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", backing.postgres().jdbcUrl(database));
    environment.put("QUARKUS_DATASOURCE_USERNAME", database);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.get("postgres." + database));
    // As many event loops as cores: more of them only take turns.
    environment.put(
        "QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE",
        Integer.toString(Runtime.getRuntime().availableProcessors()));
    // The one that has to be fast from its first second; recording them all would take minutes.
    boolean recording = options.recording() && name.equals(MESSAGING);
    return new ServiceSpec(
        name, instance, port, jvm(options.home(), name).command(recording), environment);
  }

  /**
   * One more of what there is, of another build.
   *
   * @param home that build's repository
   */
  static ServiceSpec beside(ServiceSpec spec, String instance, Path home) {
    int port = FreePort.any();
    Map<String, String> environment = new HashMap<>(spec.environment());
    environment.put("HOSTNAME", instance);
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    List<String> command = jvm(home, spec.name()).command(false);
    return new ServiceSpec(spec.name(), instance, port, command, environment);
  }

  /** Of what a recorded run has left: messaging's start-up cache. */
  void assembleCache(Path logs) throws InterruptedException {
    jvm(options.home(), MESSAGING).assembleCache(logs.resolve(MESSAGING + "-aot.log"));
  }

  private static ServiceJvm jvm(Path home, String name) {
    return new ServiceJvm(
        new AotCache(home.resolve(name).resolve("target/quarkus-app")),
        switch (name) {
          case MESSAGING -> SOCKETS_HEAP;
          case FILE -> IMAGES_HEAP;
          default -> SMALL_HEAP;
        });
  }
}
