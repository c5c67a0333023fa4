package org.andon.room.push;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import org.andon.http.CurrentUser;
import org.eclipse.microprofile.jwt.JsonWebToken;

@Path("/api/me/push-subscriptions")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class SubscriptionResource {
  private final Devices devices;
  private final CurrentUser user;
  private final JsonWebToken token;

  SubscriptionResource(Devices devices, CurrentUser user, JsonWebToken token) {
    this.devices = devices;
    this.user = user;
    this.token = token;
  }

  @PUT
  public void put(@NotNull @Valid RegisterDevice request) throws SQLException {
    devices.register(user.id(), token.getClaim("sid"), request);
  }

  @DELETE
  public void delete(@NotNull @Valid ForgetDevice request) throws SQLException {
    devices.forget(user.id(), request.endpoint());
  }
}
