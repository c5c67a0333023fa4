package org.andon.auth.machine;

/** RFC 6749, section 5.1. */
record TokenView(String accessToken, String tokenType, long expiresIn) {

  /** Never the token. */
  @Override
  public String toString() {
    return "TokenView[…]";
  }
}
