package org.andon.file.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A scanner, and small quotas, beside the other servers. */
public class ScanningStack implements QuarkusTestResourceLifecycleManager {
  private Clamd clamd;

  @Override
  public Map<String, String> start() {
    clamd = new Clamd();
    return Map.of(
        "andon.scan.enabled", "true",
        "andon.scan.host", "127.0.0.1",
        "andon.scan.port", String.valueOf(clamd.port()),
        "andon.scan.answer-timeout", "8s",
        "andon.scan.scan-time", "10s",
        "andon.file.room-quota", "1M",
        "andon.file.user-daily-quota", "2M",
        "andon.file.uploads-at-once-per-user", "2");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(clamd, new TestInjector.MatchesType(Clamd.class));
  }

  @Override
  public void stop() {
    clamd.close();
  }
}
