package org.andon.room.notification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.andon.http.CurrentUser;
import org.andon.room.push.PushSender;

@Path("/api/me/notification-settings")
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class SettingsResource {
  private final SettingsStore settings;
  private final MailConfig mail;
  private final PushSender push;
  private final CurrentUser user;

  SettingsResource(SettingsStore settings, MailConfig mail, PushSender push, CurrentUser user) {
    this.settings = settings;
    this.mail = mail;
    this.push = push;
    this.user = user;
  }

  @GET
  public SettingsView get() {
    return view(settings.of(user.id()));
  }

  @PUT
  public SettingsView put(@NotNull @Valid Settings request) {
    Settings wanted = request.completedBy(settings.of(user.id()));
    settings.put(user.id(), wanted);
    return view(wanted);
  }

  private SettingsView view(Settings wishes) {
    return new SettingsView(wishes, mail.enabled(), push.enabled());
  }
}
