package org.andon.auth.throttle;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.andon.auth.origin.Origin;

/**
 * Lets a name be tried a few times. An attempt is taken before the password is looked at, so a
 * thousand guesses at once are still a few, and given back when it was right.
 *
 * <p>First by what was typed, and not by what it means, which would tell who exists: whoever has
 * none left is told to wait. Then by the account it has turned out to mean, in silence: strangers
 * share what there is for an account. A browser that has signed in before has attempts of its own,
 * and so has an address: nobody elsewhere can use those up (after OWASP's "Slow Down Online
 * Guessing Attacks with Device Cookies").
 */
@ApplicationScoped
public class LoginThrottle {

  private static final int DIGEST_LENGTH = 6;

  private final Buckets buckets;
  private final KnownPlaces places;
  private final Bulkhead bulkhead;
  private final ThrottleConfig config;

  LoginThrottle(Buckets buckets, KnownPlaces places, Bulkhead bulkhead, ThrottleConfig config) {
    this.buckets = buckets;
    this.places = places;
    this.bulkhead = bulkhead;
    this.config = config;
  }

  /**
   * Takes an attempt.
   *
   * @param username as typed
   * @throws TooManyAttempts when there is none to take
   * @throws ThrottleBusy when too many ask at once
   */
  public Attempt begin(String username, Origin origin, Device device) {
    var name = Keys.name(username);
    var here = Place.of(origin, device);
    var ofBrowser = List.of(own(config.perDevice(), name, here.device()));
    var ofAddress =
        List.of(
            shared(config.perAddressInAll(), "all", here.address()),
            own(config.perNameAndAddress(), name, here.address()));
    buckets.knownWait(here.isNewDevice() ? ofAddress : ofBrowser).ifPresent(LoginThrottle::refuse);
    return bulkhead.call(
        () -> {
          var limits = isKnown(name, here) ? ofBrowser : ofAddress;
          buckets.take(limits).ifPresent(LoginThrottle::refuse);
          return new Attempt(this, name, here, limits);
        });
  }

  private static void refuse(Duration wait) {
    throw new TooManyAttempts(wait);
  }

  private boolean isKnown(String name, Place here) {
    return !here.isNewDevice() && !places.among(name, List.of(here.device())).isEmpty();
  }

  /**
   * A few bits of a name, for the audit: enough to see whether it is one name or many, and too few
   * to find out what was typed, which now and then is a password.
   */
  public static String digest(String username) {
    return Keys.name(username).substring(0, DIGEST_LENGTH);
  }

  /** What was taken for an account; nothing when its password must not be tried from here. */
  List<Limit> ofAccount(String userId, int wrongPasswords, Place here) {
    var account = Keys.account(userId);
    return bulkhead.call(
        () -> {
          var known = places.among(account, here.both());
          if (known.isEmpty() && wrongPasswords >= config.badPwdCount()) {
            return List.of();
          }
          var limits = ofAccount(account, known, here);
          return buckets.take(limits).isEmpty() ? limits : List.of();
        });
  }

  private List<Limit> ofAccount(String account, Set<String> known, Place here) {
    if (known.contains(here.device())) {
      return List.of(own(config.perDevice(), account, here.device()));
    }
    if (known.contains(here.address())) {
      return List.of(own(config.perNameAndAddress(), account, here.address()));
    }
    return List.of(
        shared(config.perAddress(), "strangers", here.address()),
        new Limit("strangers|" + account, config.perAccount(), config.accountPeriod(), false));
  }

  private Limit own(int capacity, String whose, String where) {
    return new Limit(whose + "|" + where, capacity, config.period(), true);
  }

  private Limit shared(int capacity, String whose, String where) {
    return new Limit(whose + "|" + where, capacity, config.period(), false);
  }

  void giveBack(Collection<Limit> taken) {
    taken.forEach(buckets::giveBack);
  }

  /** What is one's own is whole again; what there is for strangers stays as they left it. */
  void clear(Collection<Limit> taken) {
    for (var limit : taken) {
      if (limit.isOwn()) {
        buckets.refill(limit);
      } else {
        buckets.giveBack(limit);
      }
    }
  }

  void remember(String name, String userId, Place here) {
    places.remember(name, List.of(here.device()));
    places.remember(Keys.account(userId), here.both());
  }

  /**
   * Whether one more refusal from this address is worth an entry in the audit: a flood of them says
   * no more than the first few, and must not fill the database.
   */
  public boolean isWorthNoting(Origin origin) {
    var limit = shared(config.perNameAndAddress(), "noted", Keys.address(origin.address()));
    var limits = List.of(limit);
    try {
      return buckets.knownWait(limits).isEmpty()
          && bulkhead.call(() -> buckets.take(limits)).isEmpty();
    } catch (ThrottleBusy _) {
      // Who refuses must not fail over the noting of it.
      return false;
    }
  }
}
