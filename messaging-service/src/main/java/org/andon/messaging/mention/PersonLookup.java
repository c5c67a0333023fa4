package org.andon.messaging.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import org.andon.messaging.room.Caller;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** One question to the directory; while it does not answer, it is left alone for some seconds. */
@ApplicationScoped
class PersonLookup {
  private static final int NOT_FOUND = 404;

  private final DirectoryClient directory;

  PersonLookup(@RestClient DirectoryClient directory) {
    this.directory = directory;
  }

  /** Empty if the directory does not know the person; throws whatever kept it from telling. */
  @CircuitBreaker(requestVolumeThreshold = 4, delay = 5_000)
  Optional<String> nameOf(String userId, Caller caller) {
    try {
      return Optional.of(directory.person(userId, "Bearer " + caller.token()).displayName());
    } catch (WebApplicationException e) {
      if (e.getResponse().getStatus() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
