package org.andon.e2e.faults;

import java.util.ArrayList;
import java.util.List;
import org.andon.e2e.traffic.Traffic;

/** Where a fault happens, and what is to be told of it besides the usual. */
record Scene(FaultyStack stack, Traffic traffic, List<String> remarks) {
  Scene(FaultyStack stack, Traffic traffic) {
    this(stack, traffic, new ArrayList<>());
  }

  void remark(String format, Object... values) {
    remarks.add(format.formatted(values));
  }
}
