package org.andon.auth.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.andon.auth.machine.MachineFailure;

/** An error of the token endpoint as OAuth clients expect it: RFC 6749, section 5.2. */
record TokenError(String error, String errorDescription) {

  static TokenError of(MachineFailure.TokenRefused refused) {
    return new TokenError(refused.error().name(), refused.getMessage());
  }

  Response response() {
    boolean isUnknown = error.equals(MachineFailure.Error.invalid_client.name());
    var answer =
        Response.status(isUnknown ? Status.UNAUTHORIZED : Status.BAD_REQUEST)
            .entity(this)
            .type(MediaType.APPLICATION_JSON)
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    return isUnknown
        ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"andon\"").build()
        : answer.build();
  }
}
