package org.andon.room.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How messages are heard. */
@ConfigMapping(prefix = "andon.conversation")
interface ConversationConfig {
  /** Rooms known to have been responded to, 100 bytes each; their messages need not be read. */
  @WithDefault("50000")
  int rememberedRooms();
}
