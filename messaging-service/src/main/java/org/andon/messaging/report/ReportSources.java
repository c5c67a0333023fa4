package org.andon.messaging.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.andon.messaging.incidentdata.Readings;
import org.andon.messaging.mention.Rosters;
import org.andon.messaging.message.History;
import org.andon.messaging.report.IncidentClient.Incident;
import org.andon.messaging.report.RoomFilesClient.Attachment;
import org.andon.messaging.room.Caller;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Brings together what a report tells, from all who know a part of it. */
@ApplicationScoped
class ReportSources {
  private static final String ROOM_SERVICE = "room-service";
  private static final String FILE_SERVICE = "file-service";
  private static final int NOT_FOUND = 404;

  private final IncidentClient incidents;
  private final RoomFilesClient files;
  private final Rosters rosters;
  private final Readings readings;
  private final History history;
  private final ReportConfig config;

  ReportSources(
      @RestClient IncidentClient incidents,
      @RestClient RoomFilesClient files,
      Rosters rosters,
      Readings readings,
      History history,
      ReportConfig config) {
    this.incidents = incidents;
    this.files = files;
    this.rosters = rosters;
    this.readings = readings;
    this.history = history;
    this.config = config;
  }

  /**
   * @throws ReportRefused if one of them does not answer: half a report would be taken for a whole
   */
  Report gather(UUID roomId, Caller caller, boolean pictures, Deadline deadline) {
    String bearer = "Bearer " + caller.token();
    Incident incident = ask(ROOM_SERVICE, () -> incidents.incident(roomId, bearer));
    List<IncidentClient.Member> members =
        list(ROOM_SERVICE, cursor -> incidents.members(roomId, Listed.LIMIT, cursor, bearer));
    List<IncidentClient.ChecklistItem> checklist =
        list(ROOM_SERVICE, cursor -> incidents.checklist(roomId, Listed.LIMIT, cursor, bearer));
    List<Attachment> attachments =
        list(FILE_SERVICE, cursor -> files.files(roomId, Listed.LIMIT, cursor, bearer));
    Map<String, String> names = new HashMap<>(rosters.names(roomId, caller));
    names.put(caller.userId(), caller.displayName());
    return new Report(
        incident,
        members,
        names,
        checklist,
        attachments.stream().collect(Collectors.toMap(Attachment::fileId, Function.identity())),
        pictures ? previews(attachments, bearer, deadline) : Map.of(),
        readings.of(roomId, config.fields(), config.chartPoints()),
        history.lastSequence(roomId),
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        caller.userId());
  }

  private Map<UUID, byte[]> previews(
      List<Attachment> attachments, String bearer, Deadline deadline) {
    Map<UUID, byte[]> previews = new LinkedHashMap<>();
    for (Attachment file : attachments) {
      if (file.image() && previews.size() < config.previews()) {
        deadline.check();
        byte[] picture =
            askIfThere(() -> files.preview(file.fileId(), config.previewWidth(), bearer));
        if (picture != null) {
          previews.put(file.fileId(), picture);
        }
      }
    }
    return previews;
  }

  private <T> List<T> list(String service, Function<String, Listed<T>> page) {
    return ask(service, () -> Listed.all(page, config.asked()));
  }

  private static <T> T ask(String service, Supplier<T> question) {
    try {
      return question.get();
    } catch (WebApplicationException | ProcessingException e) {
      throw new ReportRefused.PartAway(service, e);
    }
  }

  /** Null for a picture that has no preview, or was deleted meanwhile. */
  private static byte[] askIfThere(Supplier<byte[]> question) {
    try {
      return question.get();
    } catch (WebApplicationException e) {
      if (e.getResponse().getStatus() == NOT_FOUND) {
        return null;
      }
      throw new ReportRefused.PartAway(FILE_SERVICE, e);
    } catch (ProcessingException e) {
      throw new ReportRefused.PartAway(FILE_SERVICE, e);
    }
  }
}
