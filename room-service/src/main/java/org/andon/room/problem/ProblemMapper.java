package org.andon.room.problem;

import jakarta.ws.rs.core.Response;
import org.andon.http.Problem;
import org.andon.room.publishing.EventTooLargeException;
import org.andon.room.push.PushException;
import org.andon.room.room.RoomException;
import org.andon.room.template.TemplateException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The errors of this service's own, by the exception that stands for each. */
class ProblemMapper {
  @ServerExceptionMapper
  Response room(RoomException e) {
    Problem problem =
        switch (e) {
          case RoomException.RoomNotFound x -> Problem.notFound("room_not_found", x.getMessage());
          case RoomException.MemberNotFound x -> Problem.notFound("not_found", x.getMessage());
          case RoomException.ItemNotFound x -> Problem.notFound("not_found", x.getMessage());
          case RoomException.Forbidden x -> Problem.forbidden(x.getMessage());
          case RoomException.VersionConflict x ->
              Problem.conflict("version_conflict", x.getMessage());
          case RoomException.InvalidTransition x ->
              Problem.conflict("invalid_transition", x.getMessage());
          case RoomException.RoomArchived x -> Problem.conflict("room_archived", x.getMessage());
          case RoomException.LastOwner x -> Problem.conflict("last_owner", x.getMessage());
          case RoomException.InvalidField x -> Problem.ofField(x.field(), x.getMessage());
        };
    return problem.response();
  }

  @ServerExceptionMapper
  Response template(TemplateException e) {
    Problem problem =
        switch (e) {
          case TemplateException.NotFound x ->
              Problem.notFound("template_not_found", x.getMessage());
          case TemplateException.Forbidden x -> Problem.forbidden(x.getMessage());
          case TemplateException.VersionConflict x ->
              Problem.conflict("version_conflict", x.getMessage());
          case TemplateException.TooMany x -> Problem.ofField(x.field(), x.getMessage());
        };
    return problem.response();
  }

  @ServerExceptionMapper
  Response push(PushException e) {
    return switch (e) {
      case PushException.InvalidField x -> Problem.ofField(x.field(), x.getMessage()).response();
    };
  }

  /** Nothing but members can make a room so large. */
  @ServerExceptionMapper
  Response tooLarge(EventTooLargeException e) {
    return Problem.ofField("members", e.getMessage()).response();
  }
}
