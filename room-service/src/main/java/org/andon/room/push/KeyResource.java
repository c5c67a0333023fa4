package org.andon.room.push;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/api/push/key")
@RolesAllowed({"user", "admin"})
class KeyResource {
  private final Vapid vapid;

  KeyResource(Vapid vapid) {
    this.vapid = vapid;
  }

  /**
   * @param publicKey null while push is off
   */
  record Key(boolean enabled, String publicKey) {}

  @GET
  public Key key() {
    String publicKey = vapid.publicKey().orElse(null);
    return new Key(publicKey != null, publicKey);
  }
}
