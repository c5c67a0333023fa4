package org.andon.file.problem;

import jakarta.ws.rs.core.Response;
import org.andon.file.access.AccessException;
import org.andon.file.file.FileException;
import org.andon.file.preview.PreviewException;
import org.andon.file.scan.ScanException;
import org.andon.file.storage.StorageException;
import org.andon.http.CommonProblems;
import org.andon.http.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The errors of this service's own, by the exception that stands for each. */
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  @ServerExceptionMapper
  Response file(FileException e) {
    return switch (e) {
      case FileException.FileNotFound x -> Problem.notFound("not_found", x.getMessage()).response();
      case FileException.TypeNotAccepted x ->
          Problem.unsupportedMediaType(x.getMessage()).response();
      case FileException.TooLarge x -> Problem.tooLarge("too_large", x.getMessage()).response();
      case FileException.RoomFull x ->
          Problem.tooLarge("room_quota_exceeded", x.getMessage()).response();
      case FileException.DayUsedUp x ->
          tooMany("daily_quota_exceeded", x).retryAfter(Math.max(1, x.untilTomorrow().toSeconds()));
      case FileException.TooManyAtOnce x -> tooMany("too_many_uploads", x).retry();
      case FileException.TooManyDownloads x -> tooMany("too_many_downloads", x).retry();
      case FileException.Busy x -> unavailable(x);
      case FileException.TooSlow x ->
          Problem.of(408, "Request Timeout", "too_slow", x.getMessage()).response();
      case FileException.MalformedForm _ -> CommonProblems.malformed();
      case FileException.RangeNotSatisfiable x ->
          Problem.of(416, "Range Not Satisfiable", "range_not_satisfiable", x.getMessage())
              .builder()
              .header("Content-Range", "bytes */" + x.size())
              .build();
      case FileException.InvalidField x -> Problem.ofField(x.field(), x.getMessage()).response();
    };
  }

  @ServerExceptionMapper
  Response access(AccessException e) {
    return switch (e) {
      case AccessException.RoomNotFound x ->
          Problem.notFound("room_not_found", x.getMessage()).response();
      case AccessException.Forbidden x -> Problem.forbidden(x.getMessage()).response();
      case AccessException.RoomArchived x ->
          Problem.conflict("room_archived", x.getMessage()).response();
      case AccessException.RoomServiceAway x -> unavailable(x);
    };
  }

  @ServerExceptionMapper
  Response storage(StorageException e) {
    return switch (e) {
      case StorageException.Unavailable x -> unavailable(x);
      case StorageException.ObjectMissing x -> CommonProblems.internal(x);
    };
  }

  @ServerExceptionMapper
  Response preview(PreviewException e) {
    return switch (e) {
      case PreviewException.NoPreview x ->
          Problem.notFound("no_preview", x.getMessage()).response();
      case PreviewException.Busy x -> unavailable(x);
    };
  }

  @ServerExceptionMapper
  Response scan(ScanException e) {
    return switch (e) {
      case ScanException.Infected x -> {
        LOG.warnf("upload refused: reason=%s", x.getMessage());
        yield Problem.ofField("file", x.getMessage()).response();
      }
      case ScanException.ScannerAway x -> unavailable(x);
    };
  }

  private static Problem tooMany(String code, FileException e) {
    return Problem.tooMany(code, e.getMessage());
  }

  private static Response unavailable(Exception e) {
    return CommonProblems.away(e.getCause() == null ? e : e.getCause());
  }
}
