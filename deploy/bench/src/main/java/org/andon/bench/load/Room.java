package org.andon.bench.load;

import java.net.URI;
import java.util.List;

/**
 * A room to join.
 *
 * @param senders where its senders connect
 * @param receivers where the others connect
 * @param path of its socket
 * @param tokens one a member, the senders' first; empty where nobody asks for them
 * @param senderCount how many of the members send
 */
public record Room(
    URI senders, URI receivers, String path, List<String> tokens, int members, int senderCount) {

  URI address(int member) {
    return (member < senderCount ? senders : receivers).resolve(path);
  }

  String token(int member) {
    return tokens.isEmpty() ? "" : tokens.get(member);
  }
}
