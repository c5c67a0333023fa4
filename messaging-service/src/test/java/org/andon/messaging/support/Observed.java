package org.andon.messaging.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.Map;

/** As in production: all logs as JSON, and a collector for traces, which gets every one. */
public final class Observed implements QuarkusTestProfile {
  public static final Path LOG = Path.of("target/observed.log").toAbsolutePath();

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT", TraceReceiver.start(),
        "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
        "OTEL_TRACES_SAMPLER_ARG", "1.0",
        "quarkus.otel.bsp.schedule.delay", "100ms",
        "quarkus.log.file.enabled", "true",
        "quarkus.log.file.path", LOG.toString(),
        "quarkus.log.file.json.enabled", "true",
        "quarkus.log.category.\"org.andon\".level", "DEBUG");
  }
}
