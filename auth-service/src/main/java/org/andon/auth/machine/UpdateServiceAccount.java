package org.andon.auth.machine;

import static org.andon.auth.machine.CreateServiceAccount.LINE;
import static org.andon.auth.machine.CreateServiceAccount.MAX_DESCRIPTION;
import static org.andon.auth.machine.CreateServiceAccount.MAX_NAME;
import static org.andon.auth.machine.CreateServiceAccount.TEXT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What shall be otherwise; null leaves a field as it is.
 *
 * @param expiresAt RFC 3339; empty for never, as empty text takes away a description
 * @param version the version the caller has seen; null to change whatever there is
 */
record UpdateServiceAccount(
    @Size(max = MAX_NAME) @Pattern(regexp = LINE, message = "must not hold control characters")
        String name,
    @Size(max = MAX_DESCRIPTION)
        @Pattern(regexp = TEXT, message = "must not hold control characters")
        String description,
    @Valid Scope scope,
    String expiresAt,
    Long version) {

  Instant expiresAtOr(Instant before) {
    if (expiresAt == null) {
      return before;
    }
    try {
      return expiresAt.isEmpty() ? null : OffsetDateTime.parse(expiresAt).toInstant();
    } catch (DateTimeException _) {
      throw new MachineFailure.InvalidField(
          "expires_at", "must be a time such as 2026-11-22T03:00:00Z, or empty");
    }
  }
}
