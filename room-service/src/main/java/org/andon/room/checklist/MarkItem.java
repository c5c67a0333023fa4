package org.andon.room.checklist;

import jakarta.validation.constraints.NotNull;

/** Whether an item is done. */
record MarkItem(@NotNull Boolean done) {}
