package org.andon.dossier;

/** Hashes one upon the other: none can be changed, left out or moved without the last one. */
final class Chain {
  /** Before the first: 32 zero bytes. */
  static final byte[] START = new byte[Sha256.BYTES];

  private byte[] last = START;

  byte[] add(byte[] hash) {
    last = Sha256.of(last, hash);
    return last;
  }

  byte[] last() {
    return last;
  }
}
