package org.andon.auth.user;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.andon.auth.directory.DirectoryFailure;
import org.andon.auth.directory.PeopleDirectory;
import org.andon.auth.page.PageRules;
import org.andon.http.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** People of the directory who may sign in, for adding members to a room. */
@Path("/api/users")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"user", "admin"})
@RunOnVirtualThread
class UserResource {

  /** No name or mail address is longer; a longer one is not sent to the directory. */
  private static final int TEXT_LENGTH = 256;

  private final PeopleDirectory people;

  UserResource(PeopleDirectory people) {
    this.people = people;
  }

  @GET
  public Page<UserView> search(
      @RestQuery @DefaultValue("") @Size(max = TEXT_LENGTH) String q,
      @RestQuery
          @DefaultValue(PageRules.DEFAULT_LIMIT)
          @Pattern(regexp = PageRules.LIMIT_PATTERN, message = PageRules.LIMIT_MESSAGE)
          String limit,
      @RestQuery @DefaultValue("") @Size(max = TEXT_LENGTH) String cursor) {
    var views =
        people.search(q).stream()
            .filter(person -> person.userId().compareTo(cursor) > 0)
            .map(UserView::of)
            .toList();
    return Page.of(views, Integer.parseInt(limit), UserView::userId);
  }

  @GET
  @Path("{id}")
  public UserView user(@RestPath String id) {
    if (id.length() > TEXT_LENGTH) {
      throw new DirectoryFailure.NoSuchPerson(id);
    }
    return people
        .byUserId(id)
        .map(UserView::of)
        .orElseThrow(() -> new DirectoryFailure.NoSuchPerson(id));
  }
}
