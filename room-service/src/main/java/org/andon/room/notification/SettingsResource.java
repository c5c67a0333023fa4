package org.andon.room.notification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.andon.http.CurrentUser;

@Path("/api/me/notification-settings")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class SettingsResource {
  private final SettingsStore settings;
  private final MailConfig mail;
  private final CurrentUser user;

  SettingsResource(SettingsStore settings, MailConfig mail, CurrentUser user) {
    this.settings = settings;
    this.mail = mail;
    this.user = user;
  }

  @GET
  public SettingsView get() {
    return new SettingsView(settings.of(user.id()), mail.enabled());
  }

  @PUT
  public SettingsView put(@NotNull @Valid Settings request) {
    settings.put(user.id(), request);
    return new SettingsView(request, mail.enabled());
  }
}
