package org.andon.dossier;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.andon.dossier.Manifest.DeletedFile;
import org.andon.dossier.Manifest.Person;
import org.andon.dossier.Manifest.Room;

/**
 * Writes a dossier, front to back: all events, then the other files, then the seal. Holds only the
 * manifest in memory, some 190 bytes an event.
 */
public final class DossierWriter {
  /** Always with milliseconds, as everywhere in Andon. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final ZipOutputStream zip;
  private final Instant madeAt;
  private final SealingKey key;
  private final ByteArrayOutputStream manifest = new ByteArrayOutputStream();
  private final JsonGenerator json;
  private final Chain chain = new Chain();
  private final List<DeletedFile> deleted = new ArrayList<>();
  private int events;
  private boolean inEvents = true;

  public DossierWriter(OutputStream out, Room room, Instant madeAt, Person madeBy, SealingKey key)
      throws IOException {
    this.zip = new ZipOutputStream(out);
    this.madeAt = madeAt;
    this.key = key;
    this.json = DossierFormat.JSON.createGenerator(manifest);
    json.writeStartObject();
    json.writeStringField("format", DossierFormat.NAME);
    json.writeNumberField("version", DossierFormat.VERSION);
    json.writePOJOField("room", room);
    json.writeStringField("made_at", TIME.format(madeAt));
    json.writePOJOField("made_by", madeBy);
    json.writePOJOField("key", key.publicKey().jwk());
    json.writeObjectFieldStart("events");
    json.writeArrayFieldStart("entries");
    open(DossierFormat.EVENTS, Deflater.DEFAULT_COMPRESSION);
  }

  /**
   * @param line the event as JSON, without a line feed
   */
  public void event(long sequenceNumber, byte[] line) throws IOException {
    zip.write(line);
    zip.write('\n');
    byte[] hash = Sha256.of(line, new byte[] {'\n'});
    json.writeStartObject();
    json.writeNumberField("sequence_number", sequenceNumber);
    json.writeStringField("sha256", Sha256.hex(hash));
    json.writeStringField("chain", Sha256.hex(chain.add(hash)));
    json.writeEndObject();
    events++;
  }

  /** A text, which is packed. */
  public void text(String name, Content content) throws IOException {
    file(name, Deflater.DEFAULT_COMPRESSION, content);
  }

  /** Something that is packed already, or may be: as it is. */
  public void stored(String name, InputStream content) throws IOException {
    file(name, Deflater.NO_COMPRESSION, content::transferTo);
  }

  /** What a file of the dossier consists of. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private void file(String name, int level, Content content) throws IOException {
    endEvents();
    open(name, level);
    MessageDigest digest = Sha256.digest();
    CountingOutput counted = new CountingOutput(zip);
    content.writeTo(new DigestOutputStream(counted, digest));
    zip.closeEntry();
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeNumberField("size", counted.count());
    json.writeStringField("sha256", Sha256.hex(digest.digest()));
    json.writeEndObject();
  }

  /** A file of the room that is there no more. */
  public void deleted(DeletedFile file) {
    deleted.add(file);
  }

  /** Seals it. What is not sealed counts as nothing. */
  public void finish() throws IOException {
    endEvents();
    json.writeEndArray();
    json.writePOJOField("deleted_files", deleted);
    json.writeEndObject();
    json.close();
    byte[] sealed = manifest.toByteArray();
    open(DossierFormat.MANIFEST, Deflater.DEFAULT_COMPRESSION);
    zip.write(sealed);
    zip.closeEntry();
    open(DossierFormat.SIGNATURE, Deflater.NO_COMPRESSION);
    zip.write(key.sign(sealed));
    zip.closeEntry();
    zip.finish();
  }

  private void endEvents() throws IOException {
    if (inEvents) {
      inEvents = false;
      zip.closeEntry();
      json.writeEndArray();
      json.writeNumberField("count", events);
      json.writeStringField("last_chain", Sha256.hex(chain.last()));
      json.writeEndObject();
      json.writeArrayFieldStart("files");
    }
  }

  private void open(String name, int level) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.ofInstant(madeAt, ZoneOffset.UTC));
    zip.setLevel(level);
    zip.putNextEntry(entry);
  }
}
