package org.andon.auth.login;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.andon.auth.session.CurrentUser;
import org.andon.auth.session.EndReason;
import org.andon.auth.session.Grant;
import org.andon.auth.session.Origin;
import org.andon.auth.session.RefreshCookie;
import org.andon.auth.session.RefreshToken;
import org.andon.auth.session.SessionFailure;
import org.andon.auth.session.Sessions;
import org.andon.auth.token.AccessTokens;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** Signing in and out, and new access tokens for a session. */
@Path("/api/auth")
@RunOnVirtualThread
class LoginResource {

  private final LoginService login;
  private final Sessions sessions;
  private final AccessTokens tokens;
  private final RefreshCookie cookie;
  private final CurrentUser user;

  LoginResource(
      LoginService login,
      Sessions sessions,
      AccessTokens tokens,
      RefreshCookie cookie,
      CurrentUser user) {
    this.login = login;
    this.sessions = sessions;
    this.tokens = tokens;
    this.cookie = cookie;
    this.user = user;
  }

  @POST
  @Path("login")
  @PermitAll
  public RestResponse<SignedIn> login(
      @Valid @NotNull SignIn request,
      @RestHeader(HttpHeaders.USER_AGENT) String userAgent,
      @Context HttpServerRequest http) {
    var origin = new Origin(http.remoteAddress().hostAddress(), userAgent);
    return answer(login.signIn(request, origin));
  }

  @POST
  @Path("refresh")
  @PermitAll
  public RestResponse<SignedIn> refresh(@RestCookie(RefreshCookie.NAME) String token) {
    if (token == null) {
      throw new SessionFailure.NotLiving();
    }
    return answer(login.refresh(new RefreshToken(token)));
  }

  @POST
  @Path("logout")
  @Authenticated
  public RestResponse<Void> logout() {
    sessions.end(user.sessionId(), EndReason.logged_out);
    return RestResponse.ResponseBuilder.<Void>noContent().cookie(cookie.deletion()).build();
  }

  private RestResponse<SignedIn> answer(Grant grant) {
    var token = tokens.issue(grant.session().person(), grant.session().id());
    return RestResponse.ResponseBuilder.ok(SignedIn.of(grant.session(), token))
        .cookie(cookie.carrying(grant))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
