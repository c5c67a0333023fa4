package org.andon.auth.token;

import java.util.List;

/** Where signing keys come from. */
interface KeySource {

  /**
   * All keys whose tokens are to be accepted, at least one of which signs now. Asked again and
   * again.
   */
  List<SigningKey> keys();
}
