package org.andon.auth.machine;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * An account with its newest secret, this once.
 *
 * @param previousValidUntil when the secret before it ends; null where there was none
 */
record NewSecretView(
    @JsonUnwrapped ServiceAccountView account, String clientSecret, Instant previousValidUntil) {

  /** Never the secret. */
  @Override
  public String toString() {
    return "NewSecretView[" + account.clientId() + "]";
  }
}
