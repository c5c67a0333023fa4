package org.andon.auth.throttle;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An attempt that was taken. Unless it is given back or succeeds, it is used up. */
public final class Attempt {

  private final LoginThrottle throttle;
  private final String name;
  private final Place here;
  private final List<Limit> ofName;
  private final Queue<Limit> ofAccount = new ConcurrentLinkedQueue<>();

  Attempt(LoginThrottle throttle, String name, Place here, List<Limit> ofName) {
    this.throttle = throttle;
    this.name = name;
    this.here = here;
    this.ofName = ofName;
  }

  /**
   * Whether the password of this account, which the name has turned out to mean, may be tried.
   * Whoever is told no learns nothing by it: they are answered as for a wrong password.
   *
   * @param wrongPasswords as the directory counts them
   */
  public boolean mayTry(String userId, int wrongPasswords) {
    var limits = throttle.ofAccount(userId, wrongPasswords, here);
    ofAccount.addAll(limits);
    return !limits.isEmpty();
  }

  /**
   * The directory gave no answer. What there is for the account stays used up: its password may
   * have been tried, and counted, all the same.
   */
  public void giveBack() {
    throttle.giveBack(ofName);
  }

  /** The password was right: this device and address are known from now on. */
  public void succeeded(String userId) {
    throttle.clear(ofName);
    throttle.clear(ofAccount);
    throttle.remember(name, userId, here);
  }
}
