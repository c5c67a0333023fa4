package org.andon.messaging.message;

import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.THAI;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The members of a room, to be found in texts as {@code @name}: by the local part of the mail
 * address, the whole address, or the display name. Case and width make no difference, and the
 * longest name wins.
 */
public final class Roster {
  /** Scripts that put no blank between a name and the word after it. */
  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(HAN, HIRAGANA, KATAKANA, BOPOMOFO, HANGUL, THAI, COMMON, INHERITED);

  /** User ids by folded name; people may share one, and are then all meant. */
  private final NavigableMap<String, Set<String>> users = new TreeMap<>();

  private int longestName;

  /**
   * @param displayName null if not known
   */
  public record Member(String userId, String displayName) {}

  public Roster(Collection<Member> members) {
    for (Member member : members) {
      String userId = member.userId();
      int at = userId.indexOf('@');
      add(userId, userId);
      add(at > 0 ? userId.substring(0, at) : userId, userId);
      add(member.displayName() == null ? "" : member.displayName().strip(), userId);
    }
  }

  private void add(String name, String userId) {
    String folded = fold(name);
    if (!folded.isEmpty()) {
      users.computeIfAbsent(folded, unused -> new TreeSet<>()).add(userId);
      longestName = Math.max(longestName, folded.length());
    }
  }

  /** User ids, each once, in the order they are mentioned. */
  public List<String> mentionedIn(String text) {
    String folded = fold(text);
    Set<String> mentioned = new LinkedHashSet<>();
    int at = folded.indexOf('@');
    while (at >= 0) {
      int start = at + 1;
      String name = at > 0 && isAlphabetic(folded.codePointBefore(at)) ? "" : nameAt(folded, start);
      mentioned.addAll(users.getOrDefault(name, Set.of()));
      at = folded.indexOf('@', start + name.length());
    }
    return List.copyOf(mentioned);
  }

  /** The user ids given, in lower case, and those that the text mentions; each once. */
  public List<String> join(Collection<String> given, String text) {
    Set<String> all = new LinkedHashSet<>();
    given.forEach(userId -> all.add(userId.toLowerCase(Locale.ROOT)));
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

  /**
   * The longest name that the text has at the position; empty if none. Whatever name the text
   * begins with, the last name in order that is not after the text begins with it too: so what
   * those two share is all that is left to look at.
   */
  private String nameAt(String text, int start) {
    String rest = text.substring(start, Math.min(text.length(), start + longestName));
    for (String name = users.floorKey(rest); name != null; name = users.floorKey(rest)) {
      boolean found = rest.startsWith(name);
      if (found && endsAt(text, start + name.length())) {
        return name;
      }
      rest = rest.substring(0, found ? name.length() - 1 : commonPrefix(name, rest));
    }
    return "";
  }

  private static int commonPrefix(String name, String rest) {
    int length = Math.min(name.length(), rest.length());
    int i = 0;
    while (i < length && name.charAt(i) == rest.charAt(i)) {
      i++;
    }
    return i;
  }

  /** Whether a name may end here: not within a word of a script that writes words apart. */
  private static boolean endsAt(String text, int end) {
    return end == text.length()
        || !isAlphabetic(text.codePointBefore(end))
        || !isAlphabetic(text.codePointAt(end));
  }

  private static boolean isAlphabetic(int character) {
    return Character.isDigit(character)
        || (Character.isLetter(character) && !UNSPACED.contains(UnicodeScript.of(character)));
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
