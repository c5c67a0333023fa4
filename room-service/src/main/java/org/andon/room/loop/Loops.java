package org.andon.room.loop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.andon.room.loop.Loop.Round;

/** The loops of this pod. */
@ApplicationScoped
public class Loops {
  private final Map<String, Loop> byName = new ConcurrentHashMap<>();

  public Loop start(String name, Thread.Builder builder, Round round) {
    Loop loop = new Loop(name, builder, round);
    byName.put(name, loop);
    loop.start();
    return loop;
  }

  Map<String, Loop> byName() {
    return byName;
  }
}
