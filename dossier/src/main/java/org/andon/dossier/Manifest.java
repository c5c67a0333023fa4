package org.andon.dossier;

import java.util.List;

/**
 * What a dossier says of itself; its bytes are what is signed.
 *
 * @param madeAt RFC 3339
 */
public record Manifest(
    String format,
    int version,
    Room room,
    String madeAt,
    Person madeBy,
    Key key,
    Events events,
    List<SealedFile> files,
    List<DeletedFile> deletedFiles) {

  public record Room(String roomId, String title) {}

  public record Person(String userId, String displayName) {}

  /** As a JWK; what else a JWK may say is of no matter here. */
  public record Key(String kid, String x) {}

  /**
   * @param lastChain the chain of the last event; of none, where it starts
   */
  public record Events(List<Event> entries, int count, String lastChain) {}

  /**
   * @param sha256 of the line with the line feed that ends it
   * @param chain SHA-256 of the chain before and this hash, as bytes
   */
  public record Event(long sequenceNumber, String sha256, String chain) {}

  /**
   * @param size in bytes
   */
  record SealedFile(String name, long size, String sha256) {}

  /**
   * A file of the room that was deleted before the dossier was made.
   *
   * @param fileName null if it is not known any more
   */
  public record DeletedFile(String fileId, String fileName) {}
}
