package org.andon.messaging.report;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.andon.messaging.report.Reports.Written;
import org.andon.messaging.room.Entrance;

/**
 * The incident report, for everybody in the room. On a thread of its own: a PDF is seconds of
 * computing, in which a virtual thread would let none of the others run.
 */
@Path("/api/rooms/{room_id}/report")
@RolesAllowed({"user", "admin"})
@Blocking
class ReportResource {
  private final Entrance entrance;
  private final Reports reports;

  ReportResource(Entrance entrance, Reports reports) {
    this.entrance = entrance;
    this.reports = reports;
  }

  @GET
  public Response report(
      @PathParam("room_id") UUID roomId,
      @QueryParam("format") @DefaultValue("html") String format,
      @QueryParam("lang") String lang,
      @Context HttpHeaders headers)
      throws IOException {
    Format wanted = Format.of(format);
    Language language = Language.of(lang, headers.getAcceptableLanguages());
    entrance.to(roomId);
    Written report = reports.write(roomId, entrance.caller(), wanted, language);
    return Response.ok(report.content(), wanted.mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, report.size())
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"report-%s.%s\"".formatted(roomId, wanted.extension()))
        .header("Content-Security-Policy", Pages.POLICY + "; frame-ancestors 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
