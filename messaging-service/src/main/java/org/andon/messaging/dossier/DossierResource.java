package org.andon.messaging.dossier;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.andon.messaging.report.Language;
import org.andon.messaging.room.Entrance;

/**
 * The sealed dossier, for a room's owners. On a thread of its own: its report is seconds of
 * computing.
 */
@Path("/api/rooms/{room_id}/dossier")
@RolesAllowed({"user", "admin"})
@Blocking
class DossierResource {
  private final Entrance entrance;
  private final Dossiers dossiers;

  DossierResource(Entrance entrance, Dossiers dossiers) {
    this.entrance = entrance;
    this.dossiers = dossiers;
  }

  @GET
  public Response dossier(
      @PathParam("room_id") UUID roomId,
      @QueryParam("lang") String lang,
      @Context HttpHeaders headers)
      throws IOException, SQLException {
    if (!entrance.to(roomId).role().mayModerate()) {
      throw new DossierRefused.NotAnOwner();
    }
    Language language = Language.of(lang, headers.getAcceptableLanguages());
    Dossier dossier = dossiers.prepare(roomId, entrance.caller(), language);
    return Response.ok(dossier, "application/zip")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"dossier-%s.zip\"".formatted(roomId))
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
