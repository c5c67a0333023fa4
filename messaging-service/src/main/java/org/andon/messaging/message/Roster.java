package org.andon.messaging.message;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A room's members, to find who is meant by an {@code @name}. */
public final class Roster {
  private static final Pattern NAME = Pattern.compile("[@＠]([\\w.+-]+)");

  private final Map<String, String> userIds;

  /**
   * @param userIds by what people are called, lower case
   */
  public Roster(Map<String, String> userIds) {
    this.userIds = Map.copyOf(userIds);
  }

  /** The members named in a text, in the order of their first mention. */
  public List<String> mentionedIn(String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      String userId = userIds.get(names.group(1).toLowerCase(Locale.ROOT));
      if (userId != null) {
        found.add(userId);
      }
    }
    return new ArrayList<>(found);
  }

  /** The mentions given with a message, joined with those in its text. */
  public List<String> join(List<String> given, String text) {
    Set<String> all = new LinkedHashSet<>(given);
    all.addAll(mentionedIn(text));
    return List.copyOf(all);
  }

  /** What was given beside the old text stays; what stood only in it goes with it. */
  List<String> afterEdit(Message message, String newContent) {
    if (message.type() == MessageType.INCIDENT_DATA) {
      return message.mentions();
    }
    List<String> given = new ArrayList<>(message.mentions());
    given.removeAll(mentionedIn(message.content()));
    return join(given, newContent);
  }
}
