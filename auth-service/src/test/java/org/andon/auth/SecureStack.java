package org.andon.auth;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** The stack with its directory at {@code ldaps://}, as the second of two of which one is away. */
public final class SecureStack extends AuthStack {

  /** Port 1 on this machine: nobody listens there. */
  private static final String AWAY = "ldaps://localhost:1";

  private Path certificates;
  private TlsLink link;

  @Override
  public Map<String, String> start() {
    try {
      certificates = Files.createTempDirectory("andon-auth-tls");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> settings = new HashMap<>(super.start());
    link = TlsLink.to(directory().port(), "localhost", certificates);
    settings.put("andon.directory.url", AWAY + " ldaps://localhost:" + link.port());
    settings.put("andon.directory.ca-location", link.authority().toString());
    return settings;
  }

  @Override
  public void stop() {
    super.stop();
    try (var files = Files.walk(certificates)) {
      link.close();
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
