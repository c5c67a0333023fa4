package org.andon.bench.load;

import java.util.List;

/** Where load is put. */
public interface Place {
  /** As it stands in the table. */
  String name();

  /** New rooms with their members, the first ones of which send. */
  List<Room> open(int rooms, int members, int senders) throws Exception;
}
