package org.andon.messaging.web;

import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.andon.http.Problem;
import org.andon.messaging.dossier.DossierRefused;
import org.andon.messaging.handover.HandoverRefused;
import org.andon.messaging.message.WriteFailure;
import org.andon.messaging.operation.Refused;
import org.andon.messaging.report.ReportRefused;
import org.andon.messaging.room.RoomRefused;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The errors of this service's own, by the exception that stands for each. */
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  @ServerExceptionMapper
  Response refused(RoomRefused refused) {
    return switch (refused) {
      case RoomRefused.NotAMember e -> Problem.forbidden(e.getMessage()).response();
      case RoomRefused.NoSuchRoom e ->
          Problem.notFound("room_not_found", e.getMessage()).response();
      case RoomRefused.Unknown e -> Problem.unavailable("unavailable", e.getMessage()).retry();
    };
  }

  @ServerExceptionMapper
  Response notWritten(WriteFailure failure) {
    return refused(Refused.of(failure));
  }

  /** The codes are those of the socket's errors. */
  @ServerExceptionMapper
  Response refused(Refused refused) {
    String code = refused.code().wireName();
    String detail = refused.getMessage();
    return switch (refused.code()) {
      case INVALID_FRAME -> Problem.badRequest("malformed_json", detail).response();
      case INVALID_FIELD ->
          Problem.ofFields(
                  "invalid_field", detail, List.of(new Problem.FieldError(refused.field(), detail)))
              .response();
      case FORBIDDEN -> Problem.forbidden(detail).response();
      case MESSAGE_NOT_FOUND -> Problem.notFound(code, detail).response();
      case EDIT_WINDOW_CLOSED, MESSAGE_DELETED, ROOM_ARCHIVED ->
          Problem.conflict(code, detail).response();
      case FRAME_TOO_LARGE -> Problem.tooLarge(code, detail).response();
      case RATE_LIMITED -> Problem.tooMany(code, detail).retry();
      case UNAVAILABLE -> Problem.unavailable("unavailable", detail).retry();
      case UNKNOWN_TYPE, INVALID_TOKEN -> Problem.badRequest(code, detail).response();
    };
  }

  @ServerExceptionMapper
  Response noReport(ReportRefused refused) {
    String detail = refused.getMessage() + " Try again in a moment.";
    return switch (refused) {
      case ReportRefused.PartAway e -> Problem.unavailable(e.code(), detail).retry();
      case ReportRefused.Busy e -> Problem.unavailable("too_many_reports", detail).retry();
      case ReportRefused.OneAtATime e -> Problem.tooMany("too_many_reports", detail).retry();
      case ReportRefused.TooSlow e -> Problem.unavailable("report_timed_out", detail).retry();
    };
  }

  @ServerExceptionMapper
  Response noDossier(DossierRefused refused) {
    return switch (refused) {
      case DossierRefused.NotAnOwner e -> Problem.forbidden(e.getMessage()).response();
      case DossierRefused.TooLarge e ->
          Problem.conflict("dossier_too_large", e.getMessage()).response();
    };
  }

  @ServerExceptionMapper
  Response noHandover(HandoverRefused refused) {
    String detail = refused.getMessage();
    return switch (refused) {
      case HandoverRefused.VersionConflict e ->
          Problem.conflict("version_conflict", detail).response();
      case HandoverRefused.NoSuchHandover e ->
          Problem.notFound("handover_not_found", detail).response();
      case HandoverRefused.NoWriter e -> Problem.forbidden(detail).response();
      case HandoverRefused.OwnHandover e ->
          Problem.of(403, "Forbidden", "own_handover", detail).response();
    };
  }

  @ServerExceptionMapper
  Response storeAway(SQLException e) {
    LOG.warnf("request refused, database away: %s", e.getMessage());
    return Problem.unavailable("unavailable", "The store is away. Try again in a moment.").retry();
  }
}
