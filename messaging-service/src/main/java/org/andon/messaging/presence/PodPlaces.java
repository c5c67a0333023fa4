package org.andon.messaging.presence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places on one pod, and their digest, kept up with every change. */
final class PodPlaces {
  static final Digest NOBODY = new Digest(0, 0);

  private final Map<Seat, Place> places = new HashMap<>();
  private long sum;

  /**
   * What two pods compare.
   *
   * @param places how many
   * @param sum of the seats' fingerprints
   */
  record Digest(int places, long sum) {}

  /** False if the seat was taken already. */
  boolean add(Place place) {
    if (places.putIfAbsent(place.seat(), place) != null) {
      return false;
    }
    sum += place.seat().fingerprint();
    return true;
  }

  /** False if the seat was free. */
  boolean remove(Seat seat) {
    if (places.remove(seat) == null) {
      return false;
    }
    sum -= seat.fingerprint();
    return true;
  }

  Digest digest() {
    return new Digest(places.size(), sum);
  }

  List<Place> all() {
    return List.copyOf(places.values());
  }
}
