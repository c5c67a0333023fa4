package org.andon.bench;

/** What {@code --scenario} takes. */
enum Measure {
  idle,
  rooms,
  hotroom,
  fanout,
  resume,
  latency,
  slowdisk,
  store,
  roomsList {
    @Override
    public String toString() {
      return "rooms-list";
    }
  },
  files,
  cost,
  report
}
