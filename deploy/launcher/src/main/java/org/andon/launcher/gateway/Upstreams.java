package org.andon.launcher.gateway;

import java.util.List;

/** The ports of each service's pods, on the loopback address. */
public record Upstreams(
    List<Integer> auth, List<Integer> room, List<Integer> messaging, List<Integer> file) {}
