package org.andon.backing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka broker in this JVM (KRaft, broker and controller in one), on 127.0.0.1.
 *
 * <p>What it has acknowledged survives a killed JVM: Kafka writes to the page cache, which belongs
 * to the operating system and not to the process. A power cut is another matter; production answers
 * that with replicas, this one does not.
 */
public final class KafkaBroker implements AutoCloseable {

  /** The same for every store, so that a format that was cut short can be repeated over it. */
  private static final String CLUSTER_ID = new Uuid(0x616e646f6eL, 1L).toString();

  private final DataDirectory directory;
  private final KafkaRaftServer server;
  private final int port;

  private KafkaBroker(DataDirectory directory, KafkaRaftServer server, int port) {
    this.directory = directory;
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and returns when it answers.
   *
   * @param dataDirectory kept across starts (the port may change), or null for a temporary one
   * @param port to listen on, 0 for any that is free
   */
  public static KafkaBroker start(Path dataDirectory, int port) {
    ServerLogs.quiet("kafka", "org.apache.kafka", "state.change.logger");
    var directory = DataDirectory.of(dataDirectory, "kafka");
    int brokerPort = FreePort.orAny(port);
    var settings = settings(directory.path().resolve("logs"), brokerPort, FreePort.any());
    format(directory.path().resolve("server.properties"), settings);
    return new KafkaBroker(directory, launch(settings), brokerPort);
  }

  /**
   * Kafka loads its parts by the thread's class loader, which in a Quarkus test is not the one of
   * this class.
   */
  private static KafkaRaftServer launch(Properties settings) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(KafkaBroker.class.getClassLoader());
    try {
      var server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
      server.startup();
      return server;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Properties settings(Path logs, int port, int controllerPort) {
    var settings = new Properties();
    settings.putAll(
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            // Named here and not in the metadata log, so that the port may differ at the next
            // start.
            Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                    .formatted(port, controllerPort)),
            // A name, so that a client may be led to it by a way of its own.
            Map.entry("advertised.listeners", "PLAINTEXT://localhost:" + port),
            Map.entry("log.dirs", logs.toString()),
            Map.entry("auto.create.topics.enable", "false"),
            // One broker: nothing to replicate to, nobody to wait for.
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // How long a new start waits for the session of a killed one to end.
            Map.entry("broker.session.timeout.ms", "6000"),
            Map.entry("broker.heartbeat.interval.ms", "1000"),
            // The defaults are for a machine of its own.
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.num.partitions", "4"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
            Map.entry("log.segment.bytes", "134217728"),
            Map.entry("log.index.size.max.bytes", "1048576"),
            Map.entry("metadata.log.segment.bytes", "16777216")));
    return settings;
  }

  private static void format(Path file, Properties settings) {
    var output = new ByteArrayOutputStream();
    try (var writer = Files.newBufferedWriter(file)) {
      settings.store(writer, "written at every start");
    } catch (IOException e) {
      throw new BackingException("Kafka's settings could not be written to " + file, e);
    }
    int status =
        StorageTool.execute(
            new String[] {
              "format",
              "--ignore-formatted",
              "--cluster-id",
              CLUSTER_ID,
              "--config",
              file.toString()
            },
            new PrintStream(output, true, StandardCharsets.UTF_8));
    if (status != 0) {
      throw new BackingException(
          "Kafka's storage could not be formatted: " + output.toString(StandardCharsets.UTF_8),
          null);
    }
  }

  public int port() {
    return port;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Creates those topics that are not there; one that exists is left as it is. */
  public void createTopics(Collection<Topic> topics) {
    var wanted =
        topics.stream()
            .map(
                topic ->
                    new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                        .configs(topic.settings()))
            .toList();
    try (var admin =
        Admin.create(
            Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
      for (var created : admin.createTopics(wanted).values().entrySet()) {
        try {
          created.getValue().get();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw new BackingException("topic " + created.getKey() + " was not created", e);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackingException("interrupted while topics were created", e);
    }
  }

  @Override
  public void close() {
    try (directory) {
      server.shutdown();
      server.awaitShutdown();
    }
  }
}
