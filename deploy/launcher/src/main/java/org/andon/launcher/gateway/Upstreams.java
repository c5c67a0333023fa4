package org.andon.launcher.gateway;

import java.util.List;
import org.andon.launcher.gateway.Route.Target;

/** Asked at every request: pods come and go. */
@FunctionalInterface
public interface Upstreams {
  /** The ports of a service's pods, on the loopback address. */
  List<Integer> of(Target target);
}
