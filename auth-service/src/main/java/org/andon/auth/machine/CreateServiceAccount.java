package org.andon.auth.machine;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A new service account.
 *
 * @param expiresAt null for never
 */
record CreateServiceAccount(
    @NotBlank
        @Size(max = MAX_NAME)
        @Pattern(regexp = LINE, message = "must not hold control characters")
        String name,
    @Size(max = MAX_DESCRIPTION)
        @Pattern(regexp = TEXT, message = "must not hold control characters")
        String description,
    @NotNull @Valid Scope scope,
    Instant expiresAt) {

  static final int MAX_NAME = 100;
  static final int MAX_DESCRIPTION = 1000;

  /** No lone surrogates either, which UTF-8 has not. */
  static final String LINE = "[^\\p{Cntrl}\\p{Cs}]*";

  static final String TEXT = "([^\\p{Cntrl}\\p{Cs}]|[\\r\\n\\t])*";
}
