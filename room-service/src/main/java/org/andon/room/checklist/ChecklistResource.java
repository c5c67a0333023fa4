package org.andon.room.checklist;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.andon.http.CurrentUser;
import org.andon.http.Page;
import org.andon.http.PageRequest;
import org.andon.room.room.ChecklistItemView;
import org.andon.room.room.RoomChecklist;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/rooms/{room_id}/checklist")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class ChecklistResource {
  private final RoomChecklist checklist;
  private final CurrentUser user;

  ChecklistResource(RoomChecklist checklist, CurrentUser user) {
    this.checklist = checklist;
    this.user = user;
  }

  @GET
  public Page<ChecklistItemView> list(
      @RestPath("room_id") UUID roomId, @BeanParam PageRequest request) {
    return checklist.list(roomId, request, user);
  }

  @PUT
  @Path("{item_id}")
  public ChecklistItemView mark(
      @RestPath("room_id") UUID roomId,
      @RestPath("item_id") UUID itemId,
      @NotNull @Valid MarkItem request) {
    return checklist.mark(roomId, itemId, request.done(), user);
  }
}
