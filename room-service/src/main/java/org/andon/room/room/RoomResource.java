package org.andon.room.room;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.andon.http.CurrentUser;
import org.andon.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/rooms")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class RoomResource {
  private final RoomService rooms;
  private final RoomSearch search;
  private final CurrentUser user;

  RoomResource(RoomService rooms, RoomSearch search, CurrentUser user) {
    this.rooms = rooms;
    this.search = search;
    this.user = user;
  }

  @POST
  public RestResponse<RoomView> create(@NotNull @Valid CreateRoom request) {
    RoomView room = rooms.create(request, user);
    return RestResponse.ResponseBuilder.<RoomView>created(URI.create("/api/rooms/" + room.roomId()))
        .entity(room)
        .build();
  }

  @GET
  public Page<RoomView> list(@BeanParam ListRooms request) {
    return search.find(request.filter(), user);
  }

  @GET
  @Path("{room_id}")
  public RoomView get(@RestPath("room_id") UUID roomId) {
    return rooms.get(roomId, user);
  }

  @PATCH
  @Path("{room_id}")
  public RoomView edit(@RestPath("room_id") UUID roomId, @NotNull @Valid UpdateRoom request) {
    return rooms.edit(roomId, request, user);
  }

  @PUT
  @Path("{room_id}/status")
  public RoomView changeStatus(
      @RestPath("room_id") UUID roomId, @NotNull @Valid ChangeStatus request) {
    return rooms.changeStatus(roomId, request, user);
  }

  @DELETE
  @Path("{room_id}")
  public void delete(@RestPath("room_id") UUID roomId) {
    rooms.delete(roomId, user);
  }
}
