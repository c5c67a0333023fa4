package org.andon.room.notification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.andon.room.web.CurrentUser;

@Path("/api/me/notification-settings")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class SettingsResource {
  private final SettingsStore settings;
  private final CurrentUser user;

  SettingsResource(SettingsStore settings, CurrentUser user) {
    this.settings = settings;
    this.user = user;
  }

  @GET
  public Settings get() {
    return settings.of(user.id());
  }

  @PUT
  public Settings put(@NotNull @Valid Settings request) {
    settings.put(user.id(), request);
    return request;
  }
}
