package org.andon.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * One image, as it is to be built.
 *
 * @param base a registry's reference, {@code tar://} and the path of an archive, or {@code scratch}
 * @param layers largest and least often changed first: an upgrade transfers the last
 */
record Image(
    String name,
    String base,
    String user,
    int port,
    String folder,
    List<Layer> layers,
    List<String> entrypoint,
    Map<String, String> environment) {
  private static final String SCRATCH = "scratch";
  private static final String VERSION_LABEL = "org.opencontainers.image.version";

  /**
   * Writes it as an OCI archive.
   *
   * @param reference what it is called once it is loaded
   */
  void write(Path archive, String reference, String version, Path cache)
      throws IOException,
          InterruptedException,
          ExecutionException,
          RegistryException,
          CacheDirectoryCreationException,
          InvalidImageReferenceException {
    JibContainerBuilder builder = base.equals(SCRATCH) ? Jib.fromScratch() : Jib.from(base);
    for (Layer layer : layers) {
      builder.addFileEntriesLayer(layer.read());
    }
    builder
        .setFormat(ImageFormat.OCI)
        .setUser(user)
        .setExposedPorts(Port.tcp(port))
        .setWorkingDirectory(AbsoluteUnixPath.get(folder))
        .setEnvironment(environment)
        .setEntrypoint(entrypoint)
        .addLabel(VERSION_LABEL, version);
    builder.containerize(
        Containerizer.to(TarImage.at(archive).named(reference + ":" + version))
            .setToolName("andon")
            .setBaseImageLayersCache(cache.resolve("base"))
            .setApplicationLayersCache(cache.resolve("application")));
  }
}
