package org.andon.e2e.traffic;

import java.util.List;
import java.util.UUID;

/** A room, those who write in it, and those who listen: on either pod, and at the gateway. */
record TalkRoom(UUID id, List<Sender> senders, List<Receiver> receivers, Typist typist) {}
