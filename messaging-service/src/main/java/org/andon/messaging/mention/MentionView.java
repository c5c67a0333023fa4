package org.andon.messaging.mention;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.andon.messaging.message.MessageView;

/** A message that mentions the reader, as in history, and the title of its room. */
record MentionView(@JsonUnwrapped MessageView.Said message, String roomTitle) {}
