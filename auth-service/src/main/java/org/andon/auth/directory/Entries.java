package org.andon.auth.directory;

import com.unboundid.ldap.sdk.Entry;
import java.util.Locale;
import java.util.Optional;

/** Reads accounts from directory entries. */
final class Entries {

  private static final String ACCOUNT_CONTROL = "userAccountControl";
  private static final int DISABLED = 0x2;

  private final DirectoryConfig.Attributes names;

  Entries(DirectoryConfig.Attributes names) {
    this.names = names;
  }

  /** The attributes that are read, to be asked for in a search. */
  String[] attributes() {
    return new String[] {
      names.account(),
      names.principalName(),
      names.mail(),
      names.displayName(),
      names.department(),
      ACCOUNT_CONTROL,
      names.group()
    };
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
                        isEnabled(entry))));
  }

  private static Optional<String> value(Entry entry, String attribute) {
    return Optional.ofNullable(entry.getAttributeValue(attribute))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** A directory that is not Active Directory has no such attribute and refuses the bind itself. */
  private static boolean isEnabled(Entry entry) {
    var control = entry.getAttributeValueAsInteger(ACCOUNT_CONTROL);
    return control == null || (control & DISABLED) == 0;
  }
}
