package org.andon.k8scheck.rules;

import org.andon.k8scheck.manifest.Manifest;

/** Something that would not work, or must not be. */
public record Problem(String subject, String message) {

  static Problem of(Manifest manifest, String message, Object... arguments) {
    return new Problem(manifest.toString(), message.formatted(arguments));
  }

  @Override
  public String toString() {
    return subject + ": " + message;
  }
}
