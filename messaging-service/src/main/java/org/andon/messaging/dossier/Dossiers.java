package org.andon.messaging.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.andon.dossier.DossierWriter;
import org.andon.dossier.Manifest.DeletedFile;
import org.andon.dossier.Manifest.Person;
import org.andon.dossier.Manifest.Room;
import org.andon.dossier.SealingKey;
import org.andon.messaging.message.MessageWriter;
import org.andon.messaging.message.Replay;
import org.andon.messaging.message.RevisionLog;
import org.andon.messaging.message.RevisionLog.NumberedRevision;
import org.andon.messaging.message.RoomCommand;
import org.andon.messaging.message.Timeline;
import org.andon.messaging.message.WriteFailure;
import org.andon.messaging.report.Edition;
import org.andon.messaging.report.Edition.RoomFile;
import org.andon.messaging.report.Format;
import org.andon.messaging.report.Language;
import org.andon.messaging.report.ReportSlots;
import org.andon.messaging.report.Reports;
import org.andon.messaging.room.Caller;
import org.andon.messaging.room.Frame;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Puts dossiers together. */
@ApplicationScoped
class Dossiers {
  private static final Logger LOG = Logger.getLogger(Dossiers.class);
  private static final int NOT_FOUND = 404;
  private static final String MADE = "{\"event\":\"dossier_made\"}";

  private final Reports reports;
  private final Replay replay;
  private final RevisionLog revisions;
  private final Timeline timeline;
  private final MessageWriter writer;
  private final FileContentClient files;
  private final DossierKeys keys;
  private final ObjectMapper json;
  private final DossierConfig config;
  private final ReportSlots slots;

  Dossiers(
      Reports reports,
      Replay replay,
      RevisionLog revisions,
      Timeline timeline,
      MessageWriter writer,
      @RestClient FileContentClient files,
      DossierKeys keys,
      ObjectMapper json,
      DossierConfig config) {
    this.reports = reports;
    this.replay = replay;
    this.revisions = revisions;
    this.timeline = timeline;
    this.writer = writer;
    this.files = files;
    this.keys = keys;
    this.json = json;
    this.config = config;
    this.slots = new ReportSlots(config.atOncePerPod(), config.atOncePerUser());
  }

  /** What can be refused is refused here. The caller must be an owner of the room. */
  Dossier prepare(UUID roomId, Caller caller, Language language) throws IOException, SQLException {
    ReportSlots.Slot slot = slots.take(caller.userId());
    try {
      SealingKey key = keys.signing();
      Edition edition =
          reports.edition(roomId, caller, language, Format.HTML, Format.PDF, Format.JSON);
      try {
        requireRoom(edition);
        tellTheRoom(roomId, caller);
      } catch (Throwable e) {
        edition.close();
        throw e;
      }
      LOG.infof("dossier made room_id=%s user_id=%s key_id=%s", roomId, caller.userId(), key);
      return new Prepared(roomId, caller, edition, key, slot);
    } catch (Throwable e) {
      slot.close();
      throw e;
    }
  }

  /** Nobody takes one unseen: it is in the room before the first byte is out. */
  private void tellTheRoom(UUID roomId, Caller caller) {
    try {
      writer
          .submit(new RoomCommand.RecordEvent(roomId, caller.userId(), null, MADE, null))
          .toCompletableFuture()
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof WriteFailure failure ? failure : e;
    }
  }

  private void requireRoom(Edition edition) {
    if (edition.lastSequence() > config.events()) {
      throw new DossierRefused.TooLarge("events", config.events());
    }
    if (edition.files().size() > config.files()) {
      throw new DossierRefused.TooLarge("files", config.files());
    }
  }

  private final class Prepared implements Dossier {
    private final UUID roomId;
    private final Caller caller;
    private final Edition edition;
    private final SealingKey key;
    private final ReportSlots.Slot slot;

    Prepared(UUID roomId, Caller caller, Edition edition, SealingKey key, ReportSlots.Slot slot) {
      this.roomId = roomId;
      this.caller = caller;
      this.edition = edition;
      this.key = key;
      this.slot = slot;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      DossierWriter writer =
          new DossierWriter(
              out,
              new Room(roomId.toString(), edition.title()),
              edition.writtenAt(),
              new Person(caller.userId(), caller.displayName()),
              key);
      writeEvents(writer);
      for (Map.Entry<Format, InputStream> report : edition.reports().entrySet()) {
        writer.text("report." + report.getKey().extension(), report.getValue()::transferTo);
      }
      writer.text("revisions.jsonl", this::writeRevisions);
      Set<UUID> gone = timeline.files(roomId, edition.lastSequence());
      for (RoomFile file : edition.files()) {
        gone.remove(file.fileId());
        writeFile(writer, file);
      }
      gone.forEach(fileId -> writer.deleted(new DeletedFile(fileId.toString(), null)));
      writer.finish();
    }

    private void writeEvents(DossierWriter writer) throws IOException {
      long after = 0;
      while (after < edition.lastSequence()) {
        List<Frame> page = replay.frames(roomId, after, edition.lastSequence(), config.page());
        for (Frame event : page) {
          writer.event(event.sequenceNumber(), event.json());
        }
        after = page.isEmpty() ? edition.lastSequence() : page.getLast().sequenceNumber();
      }
    }

    private void writeRevisions(OutputStream out) throws IOException {
      for (long after = 0; after < edition.lastSequence(); after += config.page()) {
        long upTo = Math.min(after + config.page(), edition.lastSequence());
        for (NumberedRevision revision : revisions.between(roomId, after, upTo)) {
          out.write(json.writeValueAsBytes(revision));
          out.write('\n');
        }
      }
    }

    private void writeFile(DossierWriter writer, RoomFile file) throws IOException {
      try (InputStream content = files.content(file.fileId(), "Bearer " + caller.token())) {
        writer.stored(EntryName.of(file.fileId(), file.fileName()), content);
      } catch (WebApplicationException e) {
        if (e.getResponse().getStatus() != NOT_FOUND) {
          throw e;
        }
        writer.deleted(new DeletedFile(file.fileId().toString(), file.fileName()));
      }
    }

    @Override
    public void close() {
      edition.close();
      slot.close();
    }
  }
}
