package org.andon.file.storage;

import java.util.Optional;
import java.util.UUID;

/** Bytes in the store; by their keys, the store lists them in the order of room and object. */
public record ObjectRef(UUID roomId, UUID objectId) {
  /** Of all keys of files. */
  static final String FILES = "rooms/";

  /** Of all keys of previews. */
  static final String PREVIEWS = "previews/";

  /** The key of the bytes themselves. */
  public String key() {
    return FILES + roomId + "/" + objectId;
  }

  /** The key of their preview of this width. */
  public String previewKey(int width) {
    return PREVIEWS + roomId + "/" + objectId + "/" + width + ".jpg";
  }

  /** Whose key this is; empty if nobody's. */
  static Optional<ObjectRef> of(String key) {
    String[] steps = key.split("/");
    try {
      return steps.length < 3
          ? Optional.empty()
          : Optional.of(new ObjectRef(UUID.fromString(steps[1]), UUID.fromString(steps[2])));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
