package org.andon.messaging.report;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.andon.messaging.message.Timeline;
import org.andon.messaging.message.Timeline.Entry;

/** The timeline of a report, page by page: never all of it at once. */
final class TimelinePages implements Iterator<List<Entry>> {
  private final Timeline timeline;
  private final UUID roomId;
  private final long upTo;
  private final int limit;
  private final Deadline deadline;
  private List<Entry> next;

  TimelinePages(Timeline timeline, UUID roomId, long upTo, int limit, Deadline deadline) {
    this.timeline = timeline;
    this.roomId = roomId;
    this.upTo = upTo;
    this.limit = limit;
    this.deadline = deadline;
    this.next = after(0);
  }

  private List<Entry> after(long number) {
    deadline.check();
    return timeline.page(roomId, number, upTo, limit);
  }

  @Override
  public boolean hasNext() {
    return !next.isEmpty();
  }

  @Override
  public List<Entry> next() {
    if (next.isEmpty()) {
      throw new NoSuchElementException();
    }
    List<Entry> page = next;
    next = page.size() < limit ? List.of() : after(page.getLast().message().sequenceNumber());
    return page;
  }
}
