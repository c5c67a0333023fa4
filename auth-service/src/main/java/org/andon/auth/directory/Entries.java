package org.andon.auth.directory;

import com.unboundid.ldap.sdk.Entry;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads accounts from directory entries. */
final class Entries {

  private final DirectoryConfig.Attributes names;
  private final Standings standings;

  Entries(DirectoryConfig.Attributes names, Standings standings) {
    this.names = names;
    this.standings = standings;
  }

  /** The attributes that are read, to be asked for in a search. */
  String[] attributes() {
    return Stream.concat(
            Stream.of(Standings.ATTRIBUTES),
            Stream.of(
                names.account(),
                names.principalName(),
                names.mail(),
                names.displayName(),
                names.department(),
                names.group()))
        .toArray(String[]::new);
  }

  /** Empty for an entry without an account name, or with neither mail address nor UPN. */
  Optional<Account> account(Entry entry) {
    var account = value(entry, names.account());
    var email = value(entry, names.mail()).or(() -> value(entry, names.principalName()));
    return account.flatMap(
        name ->
            email.map(
                mail ->
                    new Account(
                        entry.getDN(),
                        name,
                        mail.toLowerCase(Locale.ROOT),
                        value(entry, names.displayName()).orElse(name),
                        mail,
                        value(entry, names.department()).orElse(null),
                        standings.of(entry))));
  }

  private static Optional<String> value(Entry entry, String attribute) {
    return Optional.ofNullable(entry.getAttributeValue(attribute))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
