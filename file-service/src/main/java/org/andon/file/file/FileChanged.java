package org.andon.file.file;

import org.andon.outbox.EventWritten;

/** Fired in the transaction that writes down a new or a deleted file. */
public record FileChanged() implements EventWritten {}
