package org.andon.messaging.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is typing, and until when unless they go on. As many entries as there are people typing at
 * this moment. Not thread-safe.
 */
final class TypingTimer {
  private final Map<Seat, Spell> spells = new HashMap<>();
  private final Duration tellOthersEvery;

  /**
   * @param told when the other pods were told last; null while the user types on another pod only
   */
  private record Spell(Instant until, Instant told) {}

  TypingTimer(Duration tellOthersEvery) {
    this.tellOthersEvery = tellOthersEvery;
  }

  /** Takes that the user types; true if it begins. */
  boolean typed(Seat typist, Instant until) {
    Spell known = spells.get(typist);
    Instant told = known == null ? null : known.told();
    Instant later = known == null || until.isAfter(known.until()) ? until : known.until();
    spells.put(typist, new Spell(later, told));
    return known == null;
  }

  /** For a user who types here: true if the other pods have to be told (again), which they are. */
  boolean othersDue(Seat typist, Instant now) {
    Spell spell = spells.get(typist);
    boolean due = spell.told() == null || !spell.told().plus(tellOthersEvery).isAfter(now);
    if (due) {
      spells.put(typist, new Spell(spell.until(), now));
    }
    return due;
  }

  /** Whether the user types, and has done so on this pod. */
  boolean typesHere(Seat typist) {
    Spell spell = spells.get(typist);
    return spell != null && spell.told() != null;
  }

  /** True if the user was typing. */
  boolean stop(Seat typist) {
    return spells.remove(typist) != null;
  }

  /** Those whose time is over; they are still to be stopped. */
  List<Seat> over(Instant now) {
    return spells.entrySet().stream()
        .filter(spell -> !spell.getValue().until().isAfter(now))
        .map(Map.Entry::getKey)
        .toList();
  }
}
