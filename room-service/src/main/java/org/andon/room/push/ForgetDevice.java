package org.andon.room.push;

import jakarta.validation.constraints.NotNull;
import org.andon.http.Text;

/** In the body, for an endpoint is a secret, and addresses are logged. */
record ForgetDevice(
    @NotNull @Text(max = RegisterDevice.MAX_ENDPOINT, required = true, line = true)
        String endpoint) {}
