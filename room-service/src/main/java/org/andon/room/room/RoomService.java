package org.andon.room.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.UUID;
import org.andon.http.CurrentUser;

/** What people do with a room as a whole. */
@ApplicationScoped
class RoomService {
  private final RoomRepository rooms;
  private final RoomEditor editor;
  private final Blueprints templates;
  private final Validator validator;
  private final FieldRules fieldRules;

  RoomService(
      RoomRepository rooms,
      RoomEditor editor,
      Blueprints templates,
      Validator validator,
      FieldRules fieldRules) {
    this.rooms = rooms;
    this.editor = editor;
    this.templates = templates;
    this.validator = validator;
    this.fieldRules = fieldRules;
  }

  RoomView create(CreateRoom request, CurrentUser user) {
    RoomDraft draft =
        request.templateId() == null
            ? RoomDraft.of(request)
            : RoomDraft.of(request, template(request.templateId()));
    Set<ConstraintViolation<RoomDraft>> missing = validator.validate(draft);
    if (!missing.isEmpty()) {
      throw new ConstraintViolationException(missing);
    }
    return view(editor.create(draft, user), user);
  }

  private Blueprint template(UUID templateId) {
    return templates
        .find(templateId)
        .orElseThrow(
            () -> new RoomException.InvalidField("template_id", "is no template there is"));
  }

  RoomView get(UUID roomId, CurrentUser user) {
    SeenRoom seen = rooms.forMember(roomId, user);
    return RoomView.of(seen.room(), RoomAccess.shownRole(seen.role(), user));
  }

  RoomView edit(UUID roomId, UpdateRoom request, CurrentUser user) {
    if (request.fields() != null) {
      fieldRules.check(request.fields());
    }
    return view(
        editor.change(
            roomId,
            user,
            RoomEditor.OWNER,
            (room, now) -> {
              room.requireWritable();
              room.requireVersion(request.version());
              return room.edit(request);
            }),
        user);
  }

  RoomView changeStatus(UUID roomId, ChangeStatus request, CurrentUser user) {
    return view(
        editor.change(
            roomId, user, RoomEditor.OWNER, (room, now) -> room.changeStatus(request, now)),
        user);
  }

  void delete(UUID roomId, CurrentUser user) {
    editor.change(roomId, user, RoomEditor.OWNER, Room::delete);
  }

  private static RoomView view(Room room, CurrentUser user) {
    return RoomView.of(room, RoomAccess.shownRole(room.roleOf(user.id()), user));
  }
}
