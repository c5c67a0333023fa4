package org.andon.e2e.traffic;

import java.net.URI;
import java.util.List;

/** A suite that runs, as those need it who work with it. */
public interface Suite {
  URI gateway();

  /** As many as there are at the start; one that is replaced has its successor in its place. */
  List<URI> messagingPods();

  /** Every process that should be ready now. */
  List<URI> services();
}
