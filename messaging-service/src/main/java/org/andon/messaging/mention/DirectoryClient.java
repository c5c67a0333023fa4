package org.andon.messaging.mention;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** auth-service, asked with the caller's own token. */
@RegisterRestClient(configKey = "auth-service")
@Path("/api/users")
interface DirectoryClient {
  @GET
  @Path("/{user_id}")
  Person person(
      @PathParam("user_id") String userId, @HeaderParam("Authorization") String authorization);

  record Person(String displayName) {}
}
