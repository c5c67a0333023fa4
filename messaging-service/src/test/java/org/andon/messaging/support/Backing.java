package org.andon.messaging.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.andon.backing.FreePort;
import org.andon.backing.KafkaBroker;
import org.andon.backing.Postgres;
import org.andon.backing.Topics;

/**
 * PostgreSQL and Kafka, a key to sign tokens with, and a stand-in for the two services that this
 * one asks.
 */
public final class Backing implements QuarkusTestResourceLifecycleManager {
  private static final int KAFKA_PORT = FreePort.any();
  private static final String DATABASE = "andon_messaging";
  private static final String ENCRYPTION_KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final String PASSWORD = "only-in-this-test";

  private static Postgres postgres;
  private static KafkaBroker kafka;
  private static java.nio.file.Path kafkaData;

  private final Neighbours neighbours = new Neighbours();

  @Override
  public Map<String, String> start() {
    postgres = Postgres.start(null, 0);
    postgres.createDatabase(DATABASE, PASSWORD);
    kafkaData = TemporaryDirectory.create("andon-kafka");
    startKafka();
    Map<String, String> config = new HashMap<>();
    config.put("quarkus.datasource.jdbc.url", jdbcUrl());
    config.put("quarkus.datasource.username", DATABASE);
    config.put("quarkus.datasource.password", PASSWORD);
    config.put("kafka.bootstrap.servers", kafkaServers());
    config.put("quarkus.rest-client.room-service.url", neighbours.url());
    config.put("quarkus.rest-client.file-service.url", neighbours.url());
    config.put("quarkus.rest-client.auth-service.url", neighbours.url());
    config.put("quarkus.http.test-port", "0");
    config.put("andon.messaging.public-url", "http://localhost:8000");
    config.put("andon.messaging.publishing.overdue", "1s");
    config.put("andon.messaging.dossier.keys.encryption-key", ENCRYPTION_KEY);
    config.put("andon.messaging.dossier.page", "7");
    config.put("andon.messaging.socket.replay-limit", "50");
    config.put("andon.messaging.report.page", "40");
    config.put("andon.messaging.handover.entries", "3");
    config.put("andon.messaging.handover.on-demand-every", "0s");
    config.put("andon.messaging.handover.rooms", "2");
    config.put("andon.messaging.handover.rooms-at-once", "1");
    config.put("andon.messaging.presence.heartbeat", "1s");
    config.put("andon.messaging.presence.time-to-live", "4s");
    config.put("andon.messaging.presence.places-per-record", "2");
    config.putAll(Tokens.verifierConfig());
    return config;
  }

  public static String jdbcUrl() {
    return postgres.jdbcUrl(DATABASE) + "?user=" + DATABASE + "&password=" + PASSWORD;
  }

  public static String kafkaServers() {
    return "127.0.0.1:" + KAFKA_PORT;
  }

  public static void stopKafka() {
    kafka.close();
  }

  public static void startKafka() {
    kafka = KafkaBroker.start(kafkaData, KAFKA_PORT);
    kafka.createTopics(Topics.ALL);
  }

  @Override
  public void stop() {
    neighbours.close();
    kafka.close();
    TemporaryDirectory.delete(kafkaData);
    postgres.close();
  }
}
