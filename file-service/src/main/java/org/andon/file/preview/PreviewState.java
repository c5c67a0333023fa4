package org.andon.file.preview;

/** What has come of trying to make an object's preview. */
public enum PreviewState {
  /** At least the one of {@code andon.preview.default-width} is there. */
  MADE,
  /** The file is damaged, locked, or too much to unfold. */
  IMPOSSIBLE
}
