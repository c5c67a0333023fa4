package org.andon.auth.login;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import org.andon.auth.origin.CurrentOrigin;
import org.andon.auth.session.CurrentUser;
import org.andon.auth.session.DeviceCookie;
import org.andon.auth.session.EndReason;
import org.andon.auth.session.Ending;
import org.andon.auth.session.Endings;
import org.andon.auth.session.Grant;
import org.andon.auth.session.RefreshCookie;
import org.andon.auth.session.RefreshToken;
import org.andon.auth.session.SessionFailure;
import org.andon.auth.throttle.Device;
import org.andon.auth.token.AccessTokens;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestResponse;

/** Signing in and out, and new access tokens for a session. */
@Path("/api/auth")
@RunOnVirtualThread
class LoginResource {

  private final LoginService login;
  private final Endings endings;
  private final AccessTokens tokens;
  private final RefreshCookie cookie;
  private final DeviceCookie device;
  private final CurrentUser user;
  private final CurrentOrigin origin;

  LoginResource(
      LoginService login,
      Endings endings,
      AccessTokens tokens,
      RefreshCookie cookie,
      DeviceCookie device,
      CurrentUser user,
      CurrentOrigin origin) {
    this.login = login;
    this.endings = endings;
    this.tokens = tokens;
    this.cookie = cookie;
    this.device = device;
    this.user = user;
    this.origin = origin;
  }

  @POST
  @Path("login")
  @PermitAll
  public RestResponse<SignedIn> login(
      @Valid @NotNull SignIn request, @RestCookie(DeviceCookie.NAME) String known) {
    var secret = device.secret(known);
    var browser = new Device(secret, !secret.equals(known));
    return answer(login.signIn(request, origin.get(), browser), device.carrying(secret));
  }

  @POST
  @Path("refresh")
  @PermitAll
  public RestResponse<SignedIn> refresh(@RestCookie(RefreshCookie.NAME) String token) {
    if (token == null) {
      throw new SessionFailure.NotLiving();
    }
    return answer(login.refresh(new RefreshToken(token), origin.get()));
  }

  @POST
  @Path("logout")
  @RolesAllowed({"user", "admin"})
  public RestResponse<Void> logout() {
    endings.end(user.sessionId(), new Ending(EndReason.logged_out, user.userId(), origin.get()));
    return RestResponse.ResponseBuilder.<Void>noContent().cookie(cookie.deletion()).build();
  }

  private RestResponse<SignedIn> answer(Grant grant, NewCookie... others) {
    var session = grant.session();
    var token =
        tokens.issue(session.person(), session.id(), session.lastSeenAt(), session.accessUntil());
    return RestResponse.ResponseBuilder.ok(SignedIn.of(session, token))
        .cookie(cookie.carrying(grant))
        .cookie(others)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
