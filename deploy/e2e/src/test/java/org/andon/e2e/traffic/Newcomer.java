package org.andon.e2e.traffic;

import java.time.Duration;
import org.andon.e2e.traffic.Api.Answer;

/** Signs in twice a second, and has the token renewed as a browser does. */
final class Newcomer implements Participant {
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final Api api;
  private final String account;
  private final Observations observations;
  private String cookie;

  Newcomer(Api api, String account, Observations observations) {
    this.api = api;
    this.account = account;
    this.observations = observations;
    this.cookie = api.signIn(account).cookie();
  }

  @Override
  public void act() throws InterruptedException {
    observations.of(Activity.LOGIN, () -> api.login(account));
    Answer renewed = observations.of(Activity.REFRESH, () -> api.refresh(cookie));
    if (renewed.ok()) {
      cookie = renewed.cookie();
    }
    Pace.pause(BETWEEN);
  }
}
