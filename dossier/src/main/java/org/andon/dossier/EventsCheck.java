package org.andon.dossier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.andon.dossier.EventLines.Line;
import org.andon.dossier.Finding.Kind;
import org.andon.dossier.Manifest.Event;

/** Holds the events against the manifest, and the manifest's own chain against itself. */
final class EventsCheck {
  private final List<Event> sealed;

  EventsCheck(List<Event> sealed) {
    this.sealed = sealed;
  }

  /** A room's numbers have no gap, so that what was left out is seen too. */
  List<Finding> manifest(String lastChain, int count) {
    List<Finding> findings = new ArrayList<>();
    Chain chain = new Chain();
    long expected = 1;
    for (Event event : sealed) {
      if (event.sequenceNumber() > expected) {
        findings.add(Finding.event(Kind.EVENT_MISSING, expected));
      }
      byte[] hash = chain.add(Sha256.bytes(event.sha256()));
      if (event.sequenceNumber() < expected || !Sha256.hex(hash).equals(event.chain())) {
        findings.add(Finding.event(Kind.CHAIN_BROKEN, event.sequenceNumber()));
        return findings;
      }
      expected = event.sequenceNumber() + 1;
    }
    if (!Sha256.hex(chain.last()).equals(lastChain) || sealed.size() != count) {
      findings.add(Finding.of(Kind.CHAIN_BROKEN));
    }
    return findings;
  }

  List<Finding> lines(EventLines lines) throws IOException {
    Map<Long, String> missing = new LinkedHashMap<>();
    sealed.forEach(event -> missing.put(event.sequenceNumber(), event.sha256()));
    List<Finding> changed = new ArrayList<>();
    List<Finding> added = new ArrayList<>();
    List<Long> found = new ArrayList<>();
    Line line;
    for (int position = 1; (line = lines.next()) != null; position++) {
      String hash = missing.remove(line.number());
      if (hash == null) {
        added.add(Finding.line(position));
        continue;
      }
      found.add(line.number());
      if (!hash.equals(line.sha256())) {
        changed.add(Finding.event(Kind.EVENT_CHANGED, line.number()));
      }
    }
    Stream<Finding> removed =
        missing.keySet().stream().map(number -> Finding.event(Kind.EVENT_REMOVED, number));
    return Stream.of(changed.stream(), removed, added.stream(), moved(found, missing).stream())
        .flatMap(findings -> findings)
        .toList();
  }

  /** Those that stand where another one stood. */
  private List<Finding> moved(List<Long> found, Map<Long, String> missing) {
    List<Long> order =
        sealed.stream()
            .map(Event::sequenceNumber)
            .filter(number -> !missing.containsKey(number))
            .distinct()
            .toList();
    List<Finding> moved = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      if (!found.get(i).equals(order.get(i))) {
        moved.add(Finding.event(Kind.EVENT_MOVED, order.get(i)));
      }
    }
    return moved;
  }
}
