package org.andon.messaging.search;

import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.andon.contracts.MessageFrame;
import org.andon.messaging.message.History;
import org.andon.messaging.message.MessageType;
import org.andon.messaging.message.MessageView;
import org.andon.messaging.query.Cursor;
import org.andon.messaging.query.Page;

/** Finds messages and shows where in them the words stand. */
@ApplicationScoped
class SearchService {
  private final MessageSearch messages;
  private final History history;
  private final Highlights highlights;

  SearchService(MessageSearch messages, History history, SearchConfig config) {
    this.messages = messages;
    this.history = history;
    this.highlights = new Highlights(config.fragmentLength(), config.fragments());
  }

  Page<SearchHit> find(Search search, String viewer) {
    List<UUID> found = messages.find(search);
    List<UUID> shown = found.subList(0, Math.min(search.limit(), found.size()));
    Map<UUID, MessageView> views = history.views(shown, viewer);
    List<SearchHit> hits =
        shown.stream().map(views::get).flatMap(view -> hit(view, search.query())).toList();
    boolean more = found.size() > shown.size();
    return Page.of(hits, search.limit(), more ? Cursor.of(shown.getLast()) : null);
  }

  /**
   * None for what was deleted or edited since it was found, and where the index could not tell
   * whether the words stand together.
   */
  private Stream<SearchHit> hit(MessageView view, Query query) {
    if (view instanceof MessageView.Said said && said.message().content() != null) {
      MessageFrame message = said.message();
      List<String> places = highlights.of(text(message), query);
      return places.isEmpty()
          ? Stream.empty()
          : Stream.of(new SearchHit(view, message.roomId(), places));
    }
    return Stream.empty();
  }

  private static String text(MessageFrame message) {
    Object content = message.content() instanceof RawValue raw ? raw.rawValue() : message.content();
    MessageType type = MessageType.of(message.messageType()).orElseThrow();
    return SearchText.of(type, content.toString());
  }
}
