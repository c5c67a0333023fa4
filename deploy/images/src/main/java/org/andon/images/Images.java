package org.andon.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.RegistryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./andon images}: an OCI archive for each service and for the SPA. */
@Command(
    name = "./andon images",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Builds an OCI archive of each service and of the SPA, without a Docker engine.")
final class Images implements Callable<Integer> {
  @Option(names = "--home", hidden = true, defaultValue = ".")
  private Path home;

  @Option(
      names = "--java-base",
      defaultValue = "docker.io/library/eclipse-temurin:25-jre",
      description =
          "what the services run on: a registry's reference, tar://FILE or scratch"
              + " (${DEFAULT-VALUE})")
  private String javaBase;

  @Option(
      names = "--nginx-base",
      defaultValue = "docker.io/nginxinc/nginx-unprivileged:1.29.3-alpine",
      description = "what serves the SPA, likewise (${DEFAULT-VALUE})")
  private String nginxBase;

  @Option(
      names = "--name",
      defaultValue = "andon",
      description = "what the images' names begin with (${DEFAULT-VALUE})")
  private String prefix;

  @Option(names = "--tag", defaultValue = "1.0.0", description = "their version (${DEFAULT-VALUE})")
  private String tag;

  @Option(
      names = "--to",
      defaultValue = "target/images",
      description = "the folder that they are written to (${DEFAULT-VALUE})")
  private Path folder;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Images()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    for (Image image : new Catalogue(home).images(javaBase, nginxBase)) {
      Path archive = folder.resolve(image.name() + ".tar");
      try {
        image.write(archive, prefix + "/" + image.name(), tag, folder.resolve("cache"));
      } catch (ExecutionException
          | RegistryException
          | CacheDirectoryCreationException
          | InvalidImageReferenceException e) {
        System.err.printf(
            "%s was not built on %s: %s%n", image.name(), image.base(), reason(e).getMessage());
        return 1;
      }
      System.out.printf("%s  %d MB%n", archive, Files.size(archive) / 1_000_000);
    }
    return 0;
  }

  private static Throwable reason(Throwable e) {
    return e.getCause() == null ? e : reason(e.getCause());
  }
}
