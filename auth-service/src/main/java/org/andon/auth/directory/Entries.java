package org.andon.auth.directory;

import com.unboundid.ldap.sdk.Entry;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads accounts from directory entries. */
final class Entries {

  private final DirectoryConfig.Attributes names;
  private final Standings standings;
  private final WrongPasswords wrongPasswords;

  Entries(DirectoryConfig config, Clock clock) {
    this.names = config.attributes();
    this.standings = new Standings(clock);
    this.wrongPasswords = new WrongPasswords(clock, config.lockoutWindow());
  }

  /** The attributes that are read, to be asked for in a search. */
  String[] attributes() {
    return Stream.of(
            Stream.of(Standings.ATTRIBUTES),
            Stream.of(WrongPasswords.ATTRIBUTES),
            Stream.of(
                names.account(),
                names.principalName(),
                names.mail(),
                names.displayName(),
                names.department(),
                names.group()))
        .flatMap(Function.identity())
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
                        standings.of(entry),
                        wrongPasswords.of(entry))));
  }

  private static Optional<String> value(Entry entry, String attribute) {
    return Optional.ofNullable(entry.getAttributeValue(attribute))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
