package org.andon.room.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A mail server that takes everything, and may be stopped. */
public class MailServer implements QuarkusTestResourceLifecycleManager {
  private GreenMail server;
  private int port;

  @Override
  public Map<String, String> start() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    port = server.getSmtp().getPort();
    // They would go on measuring the application of the tests before, which is no more.
    Metrics.globalRegistry.clear();
    return Map.of(
        "quarkus.mailer.host", "127.0.0.1",
        "quarkus.mailer.port", Integer.toString(port),
        "andon.notification.mail.from", "andon@plant.example",
        "andon.notification.mail.public-url", "https://andon.plant.example",
        "andon.notification.mail.check-every", "1s",
        "andon.notification.mail.timeout", "5s",
        "andon.notification.mail.retry-after", "1s",
        "andon.metrics.every", "1s");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(MailServer.class));
  }

  @Override
  public void stop() {
    server.stop();
  }

  public GreenMail server() {
    return server;
  }

  public void startAgain() {
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }
}
