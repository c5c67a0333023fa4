package org.andon.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Files of one layer: readable by everybody, writable by nobody but root, and dated alike, so that
 * the same build makes the same layer.
 *
 * @param source a file, or a folder with all in it
 * @param target where it is in the image
 */
record Layer(String name, Path source, String target) {

  FileEntriesLayer read() throws IOException {
    if (!Files.exists(source)) {
      throw new NoSuchFileException(source.toString(), null, "has not been built");
    }
    return FileEntriesLayer.builder()
        .setName(name)
        .addEntryRecursive(source, AbsoluteUnixPath.get(target))
        .build();
  }
}
