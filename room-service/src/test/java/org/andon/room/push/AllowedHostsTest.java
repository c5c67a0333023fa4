package org.andon.room.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {
  private static AllowedHosts hosts(String configured) {
    return new AllowedHosts(config(configured));
  }

  private static PushConfig config(String hosts) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(PushConfig.class)
        .withDefaultValue("andon.push.allowed-hosts", hosts)
        .build()
        .getConfigMapping(PushConfig.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://push.plant.example/abc",
        "https://PUSH.plant.example/abc?x=1",
        "https://push.plant.example:443/",
        "https://a.web.push.example/",
        "https://a.b.web.push.example/",
        "https://autopush:8443/"
      })
  void what_is_named_may_be_sent_to(String endpoint) {
    AllowedHosts hosts = hosts("push.plant.example, *.web.push.example, autopush:8443");

    assertThat(hosts.objection(URI.create(endpoint))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://push.plant.example/abc",
        "https://other.example/",
        "https://web.push.example/",
        "https://evilweb.push.example/",
        "https://push.plant.example.evil.example/",
        "https://push.plant.example:8443/",
        "https://autopush/",
        "https://push.plant.example@evil.example/",
        "https://evil.example#@push.plant.example/",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "push.plant.example"
      })
  void nothing_else_may(String endpoint) {
    AllowedHosts hosts = hosts("push.plant.example, *.web.push.example, autopush:8443");

    assertThat(hosts.objection(URI.create(endpoint))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "*.example", "https://push.example", "push.example/path", "a b"})
  void what_limits_nothing_is_refused_at_the_start(String configured) {
    PushConfig config = config(configured);

    assertThatThrownBy(() -> new AllowedHosts(config)).hasMessageContaining(configured);
  }

  @Test
  void push_that_is_on_needs_keys() {
    PushConfig config = config("push.plant.example");

    assertThatThrownBy(() -> new Vapid(config)).hasMessageContaining("andon.push.contact");
  }
}
