package org.andon.auth.throttle;

import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.andon.auth.origin.Origin;

/**
 * Lets a name be tried a few times. An attempt is taken before the password is looked at, so a
 * thousand guesses at once are still a few, and given back when it was right.
 *
 * <p>Strangers share what there is for a name and for an address. A browser that has signed in by
 * the name before has attempts of its own, and so has an address: nobody elsewhere can use those up
 * (after OWASP's "Slow Down Online Guessing Attacks with Device Cookies").
 */
@ApplicationScoped
public class LoginThrottle {

  private static final Duration LEAST_WAIT = Duration.ofSeconds(1);

  private final Buckets buckets;
  private final KnownPlaces places;
  private final ThrottleConfig config;

  LoginThrottle(Buckets buckets, KnownPlaces places, ThrottleConfig config) {
    this.buckets = buckets;
    this.places = places;
    this.config = config;
  }

  /**
   * Takes an attempt.
   *
   * @param username as typed
   * @param device the secret in the browser's cookie
   * @throws TooManyAttempts when there is none to take
   */
  public Attempt begin(String username, Origin origin, String device) {
    var name = Keys.name(username);
    var here = List.of(Keys.device(device), Keys.address(origin.address()));
    List<Bucket> taken = new ArrayList<>();
    for (var bucket : concerned(name, here.getFirst(), here.getLast())) {
      var probe = bucket.tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        taken.forEach(other -> other.addTokens(1));
        throw new TooManyAttempts(untilNext(probe.getNanosToWaitForRefill()));
      }
      taken.add(bucket);
    }
    return new Attempt(places, name, here, List.copyOf(taken));
  }

  private List<Bucket> concerned(String name, String device, String address) {
    var known = places.among(name, List.of(device, address));
    if (known.contains(device)) {
      return List.of(bucket(config.perDevice(), name, device));
    }
    var pair = bucket(config.perNameAndAddress(), name, address);
    return known.contains(address)
        ? List.of(pair)
        : List.of(
            bucket(config.perAddress(), address), bucket(config.perName(), "name", name), pair);
  }

  private Bucket bucket(int capacity, String... key) {
    return buckets.of(String.join("|", key), capacity);
  }

  private static Duration untilNext(long nanos) {
    var wait = Duration.ofNanos(nanos);
    return wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait;
  }

  /**
   * Whether one more refusal from this address is worth an entry in the audit: a flood of them says
   * no more than the first few, and must not fill the database.
   */
  public boolean isWorthNoting(Origin origin) {
    return bucket(config.perNameAndAddress(), "noted", Keys.address(origin.address()))
        .tryConsume(1);
  }
}
