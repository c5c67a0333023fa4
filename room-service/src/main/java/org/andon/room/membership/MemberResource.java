package org.andon.room.membership;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.andon.http.CurrentUser;
import org.andon.http.Page;
import org.andon.http.PageRequest;
import org.andon.room.room.MemberView;
import org.andon.room.room.RoomRoster;
import org.andon.room.room.RoomView;
import org.andon.room.room.UserId;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/rooms/{room_id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class MemberResource {
  private final RoomRoster roster;
  private final CurrentUser user;

  MemberResource(RoomRoster roster, CurrentUser user) {
    this.roster = roster;
    this.user = user;
  }

  @GET
  @Path("members")
  public Page<MemberView> list(@RestPath("room_id") UUID roomId, @BeanParam PageRequest request) {
    return roster.list(roomId, request, user);
  }

  @PUT
  @Path("members/{user_id}")
  public MemberView put(
      @RestPath("room_id") UUID roomId,
      @RestPath("user_id") @UserId.Valid String userId,
      @NotNull @Valid PutMember request) {
    return roster.put(roomId, UserId.normalized(userId), request.role(), user);
  }

  @DELETE
  @Path("members/{user_id}")
  public void remove(@RestPath("room_id") UUID roomId, @RestPath("user_id") String userId) {
    roster.remove(roomId, UserId.normalized(userId), user);
  }

  @PUT
  @Path("owner")
  public RoomView transfer(
      @RestPath("room_id") UUID roomId, @NotNull @Valid TransferOwner request) {
    return roster.transfer(roomId, request.userId(), user);
  }
}
