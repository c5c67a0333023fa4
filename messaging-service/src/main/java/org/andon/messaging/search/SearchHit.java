package org.andon.messaging.search;

import java.util.List;
import java.util.UUID;
import org.andon.messaging.message.MessageView;

/**
 * A message that was found.
 *
 * @param highlights the places, as HTML
 */
record SearchHit(MessageView message, UUID roomId, List<String> highlights) {}
