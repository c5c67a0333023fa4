package org.andon.auth.machine;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.andon.auth.origin.CurrentOrigin;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** Tokens for machines: the client credentials grant of RFC 6749, section 4.4. */
@Path("/api/auth/token")
@RunOnVirtualThread
class TokenResource {

  private static final String GRANT_TYPE = "client_credentials";

  private final MachineTokens tokens;
  private final CurrentOrigin origin;

  TokenResource(MachineTokens tokens, CurrentOrigin origin) {
    this.tokens = tokens;
    this.origin = origin;
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public RestResponse<TokenView> token(
      @RestHeader(HttpHeaders.AUTHORIZATION) String authorization,
      @RestForm("grant_type") String grantType,
      @RestForm("client_id") String clientId,
      @RestForm("client_secret") String clientSecret) {
    if (grantType == null) {
      throw new MachineFailure.TokenRefused(
          MachineFailure.Error.invalid_request, "grant_type is needed");
    }
    if (!grantType.equals(GRANT_TYPE)) {
      throw new MachineFailure.TokenRefused(
          MachineFailure.Error.unsupported_grant_type, "grant_type is " + GRANT_TYPE + " here");
    }
    var credentials = ClientCredentials.of(authorization, clientId, clientSecret);
    var token = tokens.issue(credentials, origin.get());
    return RestResponse.ResponseBuilder.ok(
            new TokenView(token.value(), "Bearer", token.lifetime().toSeconds()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
