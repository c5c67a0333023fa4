package org.andon.file.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.andon.file.storage.Inventory;
import org.andon.file.storage.Inventory.Entry;
import org.andon.file.storage.ObjectRef;
import org.andon.file.storage.ObjectStorage;
import org.jboss.logging.Logger;

/**
 * Walks the store's list of objects and the database side by side, a page at a time, and removes
 * what is on one side only: what an upload, a purge or a lost commit has left. Only what is older
 * than any upload is looked at, so two pods may do it at once.
 */
@ApplicationScoped
class OrphanSweep {
  private static final Logger LOG = Logger.getLogger(OrphanSweep.class);
  private static final int PAGE = 1000;
  private static final ObjectRef FIRST = new ObjectRef(new UUID(0, 0), new UUID(0, 0));
  private static final ObjectRef LAST = new ObjectRef(new UUID(-1, -1), new UUID(-1, -1));

  private final Inventory inventory;
  private final ObjectStorage storage;
  private final Objects objects;
  private final LostObjects lost;
  private final UpkeepConfig config;

  OrphanSweep(
      Inventory inventory,
      ObjectStorage storage,
      Objects objects,
      LostObjects lost,
      UpkeepConfig config) {
    this.inventory = inventory;
    this.storage = storage;
    this.objects = objects;
    this.lost = lost;
    this.config = config;
  }

  /** Removes orphans that were there before then. */
  void sweep(Instant before) {
    inventory.abortUploads(before, PAGE);
    List<ObjectRef> missing = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    ObjectRef after = FIRST;
    List<Entry> page;
    String marker = "";
    do {
      page = inventory.files(marker, PAGE);
      boolean isLast = page.size() < PAGE;
      ObjectRef last = isLast ? LAST : page.getLast().object();
      unknown.addAll(unknownIn(page, before));
      missing.addAll(
          objects.storedBetween(after, last, before, ids(page), config.missingLimit() + 1));
      after = last;
      marker = page.isEmpty() ? marker : page.getLast().key();
    } while (page.size() == PAGE
        && missing.size() <= config.missingLimit()
        && unknown.size() <= config.unknownLimit());
    retire(missing);
    unknown.addAll(unknownPreviews(before));
    remove(unknown);
  }

  private List<String> unknownPreviews(Instant before) {
    List<String> unknown = new ArrayList<>();
    List<Entry> page;
    String marker = "";
    do {
      page = inventory.previews(marker, PAGE);
      unknown.addAll(unknownIn(page, before));
      marker = page.isEmpty() ? marker : page.getLast().key();
    } while (page.size() == PAGE && unknown.size() <= config.unknownLimit());
    return unknown;
  }

  private List<String> unknownIn(List<Entry> page, Instant before) {
    Set<UUID> known = objects.known(ids(page));
    return page.stream()
        .filter(entry -> !known.contains(entry.object().objectId()))
        .filter(entry -> entry.modifiedAt().isBefore(before))
        .map(Entry::key)
        .toList();
  }

  private void remove(List<String> unknown) {
    if (unknown.size() > config.unknownLimit()) {
      LOG.errorf(
          "too many objects without a row to be orphans; nothing is removed: first=%s",
          unknown.getFirst());
      return;
    }
    for (String key : unknown) {
      LOG.infof("object without a row removed: key=%s", key);
      storage.remove(key);
    }
  }

  private void retire(List<ObjectRef> missing) {
    if (missing.size() > config.missingLimit()) {
      LOG.errorf(
          "too many objects are missing in the store to be orphans; nothing is done: first=%s",
          missing.getFirst().key());
      return;
    }
    for (ObjectRef object : missing) {
      if (lost.giveUp(object)) {
        LOG.errorf("object missing, its files are deleted: key=%s", object.key());
      }
    }
  }

  private static List<UUID> ids(List<Entry> page) {
    return page.stream().map(entry -> entry.object().objectId()).distinct().toList();
  }
}
