package org.andon.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.andon.dossier.Finding.Kind;

/** A ZIP file that somebody handed over: nothing in it is believed. */
final class DossierZip implements AutoCloseable {
  /** Text is packed to a twentieth; what packs a hundredfold is there to fill a disk. */
  private static final long MOST_PER_PACKED_BYTE = 100;

  /** A dossier of a few events is small, and may be packed better. */
  private static final long ALWAYS_ALLOWED = 16L << 20;

  /** A million events and more. */
  private static final long MOST_IN_MEMORY = 256L << 20;

  private static final Pattern UNSAFE = Pattern.compile("[\\\\:\\p{Cntrl}]|^/|//|/$|^$");

  private final ZipFile zip;
  private final Map<String, ZipEntry> entries;

  private DossierZip(ZipFile zip, Map<String, ZipEntry> entries) {
    this.zip = zip;
    this.entries = entries;
  }

  static DossierZip open(Path path) throws Refusal {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (IOException | IllegalArgumentException _) {
      throw new Refusal(Finding.of(Kind.UNREADABLE));
    }
    try {
      return new DossierZip(zip, entries(zip, path.toFile().length()));
    } catch (Refusal refusal) {
      close(zip);
      throw refusal;
    }
  }

  private static Map<String, ZipEntry> entries(ZipFile zip, long packed) throws Refusal {
    Map<String, ZipEntry> entries = new LinkedHashMap<>();
    List<ZipEntry> all = new ArrayList<>(zip.stream().map(ZipEntry.class::cast).toList());
    long room = ALWAYS_ALLOWED + packed * MOST_PER_PACKED_BYTE;
    for (ZipEntry entry : all) {
      String name = entry.getName();
      if (unsafe(name)) {
        throw new Refusal(Finding.file(Kind.UNSAFE_NAME, name));
      }
      if (entries.put(name, entry) != null) {
        throw new Refusal(Finding.file(Kind.NAME_TWICE, name));
      }
      room -= entry.getSize();
      if (entry.getSize() < 0 || room < 0) {
        throw new Refusal(Finding.file(Kind.TOO_LARGE, name));
      }
    }
    return entries;
  }

  private static boolean unsafe(String name) {
    return UNSAFE.matcher(name).find()
        || Pattern.compile("/").splitAsStream(name).anyMatch(Set.of(".", "..")::contains);
  }

  Set<String> names() {
    return entries.keySet();
  }

  /**
   * @throws IOException while it is read, if it is damaged, or larger than it says of itself
   */
  InputStream open(String name) throws IOException {
    ZipEntry entry = entries.get(name);
    return new ExactInput(zip.getInputStream(entry), entry.getSize());
  }

  /** All of a file. */
  byte[] read(String name) throws Refusal {
    if (entries.get(name).getSize() > MOST_IN_MEMORY) {
      throw new Refusal(Finding.file(Kind.TOO_LARGE, name));
    }
    try (InputStream content = open(name)) {
      return content.readAllBytes();
    } catch (IOException _) {
      throw new Refusal(Finding.file(Kind.UNREADABLE, name));
    }
  }

  @Override
  public void close() {
    close(zip);
  }

  private static void close(ZipFile zip) {
    try {
      zip.close();
    } catch (IOException e) {
      throw new IllegalStateException("a file that was read cannot be closed", e);
    }
  }
}
