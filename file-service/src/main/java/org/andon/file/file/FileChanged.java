package org.andon.file.file;

/** Fired in the transaction that writes down a new or a deleted file. */
public record FileChanged() {}
