package org.andon.room.push;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import org.andon.http.Text;

/**
 * A browser's {@code PushSubscription}, as it is itself in JSON.
 *
 * @param expirationTime in milliseconds since 1970; null for never
 * @param lang what this browser is told in; null for its user's language
 */
record RegisterDevice(
    @NotNull
        @Text(max = MAX_ENDPOINT, required = true, line = true)
        @Pattern(regexp = "\\p{ASCII}*", message = "must be an https address")
        String endpoint,
    @JsonProperty("expirationTime") @PositiveOrZero @Max(LAST_MOMENT) Long expirationTime,
    @NotNull @Valid Keys keys,
    @Pattern(regexp = "zh-TW|en", message = "must be zh-TW or en") String lang) {

  /** Four times as long as any push service's. */
  static final int MAX_ENDPOINT = 2000;

  /** The end of the year 9999, which every database knows. */
  static final long LAST_MOMENT = 253_402_300_799_999L;

  /** In base64url. */
  record Keys(
      @NotNull @Text(max = 200, required = true) String p256dh,
      @NotNull @Text(max = 100, required = true) String auth) {}
}
