package org.andon.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.andon.dossier.Manifest.DeletedFile;
import org.andon.dossier.Manifest.Person;
import org.andon.dossier.Manifest.Room;

/**
 * A dossier, and what may have been done to one: {@code cases.json}, which the SPA's tests read
 * too.
 */
record Cases(
    String privateKey,
    String publicKey,
    Room room,
    String madeAt,
    Person madeBy,
    List<String> events,
    List<Text> files,
    List<DeletedFile> deletedFiles,
    String manifest,
    String signature,
    List<Case> cases) {

  record Text(String name, String text) {}

  /**
   * @param outcome with the right key given
   */
  record Case(String name, List<Step> steps, String outcome, List<Found> findings) {
    @Override
    public String toString() {
      return name;
    }
  }

  record Step(
      String op,
      String file,
      String text,
      String by,
      String from,
      String to,
      int at,
      int with,
      int keep,
      int mebibytes) {}

  record Found(String kind, Long event, Integer line, String file) {
    static Found of(Finding finding) {
      return new Found(finding.kind().wireName(), finding.event(), finding.line(), finding.file());
    }
  }

  static Cases read() {
    try (InputStream json = Cases.class.getResourceAsStream("/cases.json")) {
      return DossierFormat.JSON.readValue(json, Cases.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
