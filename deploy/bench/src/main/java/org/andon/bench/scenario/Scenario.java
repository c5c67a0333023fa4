package org.andon.bench.scenario;

import org.andon.bench.load.Place;

/** Something to measure at a place. */
public interface Scenario {
  String name();

  /** What {@link Result#value} counts. */
  String unit();

  /** What issue 3 asks for, in words. */
  String floor();

  boolean reaches(Result result);

  Result measure(Place place, Lab lab) throws Exception;
}
