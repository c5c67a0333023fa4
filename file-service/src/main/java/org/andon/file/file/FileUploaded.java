package org.andon.file.file;

/** Fired in the transaction that writes down a new file. */
public record FileUploaded() {}
