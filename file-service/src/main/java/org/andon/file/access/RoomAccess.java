package org.andon.file.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.andon.http.CurrentUser;

/**
 * Says yes by the projection alone, but no only after room-service has been asked: someone added a
 * millisecond ago must get in.
 */
@ApplicationScoped
public class RoomAccess {
  private final RoomProjection projection;
  private final RoomDirectory directory;

  RoomAccess(RoomProjection projection, RoomDirectory directory) {
    this.projection = projection;
    this.directory = directory;
  }

  /** Members may read, also what is archived. */
  public void requireRead(UUID roomId, CurrentUser user) {
    Standing standing = standing(roomId, user, Standing::mayRead);
    if (!standing.mayRead()) {
      throw new AccessException.Forbidden("Only members may see this room's files.");
    }
  }

  /** Owners and editors may write, unless the room is archived. */
  public void requireWrite(UUID roomId, CurrentUser user) {
    Standing standing = standing(roomId, user, Standing::mayWrite);
    if (!standing.mayWrite()) {
      throw new AccessException.Forbidden("Only owners and editors may add files.");
    }
    if (standing.archived()) {
      throw new AccessException.RoomArchived();
    }
  }

  /**
   * Who has uploaded a file may delete it as long as a member; owners may delete any; nobody, while
   * the room is archived.
   */
  public void requireDelete(UUID roomId, CurrentUser user, boolean ownFile) {
    Predicate<Standing> suffices = ownFile ? Standing::mayRead : Standing::mayManage;
    Standing standing = standing(roomId, user, suffices);
    if (!suffices.test(standing)) {
      throw new AccessException.Forbidden(
          "Only who has uploaded a file, an owner of the room or an admin may delete it.");
    }
    if (standing.archived()) {
      throw new AccessException.RoomArchived();
    }
  }

  private Standing standing(UUID roomId, CurrentUser user, Predicate<Standing> suffices) {
    Optional<Standing> known = projection.standing(roomId, user.id(), user.isAdmin());
    if (known.isPresent() && known.get().deleted()) {
      throw new AccessException.RoomNotFound(roomId);
    }
    return known.filter(suffices).orElseGet(() -> directory.ask(roomId, user));
  }
}
