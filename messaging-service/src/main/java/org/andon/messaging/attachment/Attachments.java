package org.andon.messaging.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import org.andon.messaging.room.Caller;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Tells whether a message may refer to a file. */
@ApplicationScoped
public class Attachments {
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final FileServiceClient files;

  Attachments(@RestClient FileServiceClient files) {
    this.files = files;
  }

  public enum Check {
    OF_THIS_ROOM,
    NOT_OF_THIS_ROOM,
    UNKNOWN
  }

  /**
   * Whether the file is one of the room's, and there for the caller to see. Blocks for a call to
   * file-service.
   */
  public Check check(UUID roomId, UUID fileId, Caller caller) {
    try {
      boolean same = files.file(fileId, "Bearer " + caller.token()).roomId().equals(roomId);
      return same ? Check.OF_THIS_ROOM : Check.NOT_OF_THIS_ROOM;
    } catch (WebApplicationException e) {
      int status = e.getResponse().getStatus();
      return status == FORBIDDEN || status == NOT_FOUND ? Check.NOT_OF_THIS_ROOM : Check.UNKNOWN;
    } catch (ProcessingException e) {
      return Check.UNKNOWN;
    }
  }
}
