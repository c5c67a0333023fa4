package org.andon.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.andon.dossier.Finding.Kind;
import org.andon.dossier.Manifest.SealedFile;

/** Holds the files against the manifest. */
final class FilesCheck {
  private final DossierZip zip;

  FilesCheck(DossierZip zip) {
    this.zip = zip;
  }

  List<Finding> files(List<SealedFile> sealed) {
    List<Finding> findings = new ArrayList<>();
    Set<String> added = new HashSet<>(zip.names());
    added.removeAll(Set.of(DossierFormat.MANIFEST, DossierFormat.SIGNATURE, DossierFormat.EVENTS));
    for (SealedFile file : sealed) {
      added.remove(file.name());
      if (!zip.names().contains(file.name())) {
        findings.add(Finding.file(Kind.FILE_REMOVED, file.name()));
      } else if (!unchanged(file)) {
        findings.add(Finding.file(Kind.FILE_CHANGED, file.name()));
      }
    }
    added.stream().sorted().forEach(name -> findings.add(Finding.file(Kind.FILE_ADDED, name)));
    return findings;
  }

  private boolean unchanged(SealedFile file) {
    MessageDigest digest = Sha256.digest();
    try (InputStream content = new DigestInputStream(zip.open(file.name()), digest)) {
      long size = content.transferTo(OutputStream.nullOutputStream());
      return size == file.size() && Sha256.hex(digest.digest()).equals(file.sha256());
    } catch (IOException _) {
      // Damaged is changed.
      return false;
    }
  }
}
