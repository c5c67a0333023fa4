package org.andon.e2e;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.net.URI;

/** The stack's directory, as its administrator changes it over LDAP. */
record PlantDirectory(URI url) {
  private static final String PEOPLE = ",ou=people,dc=plant,dc=example";
  private static final String ENABLED = "512";
  private static final String DISABLED = "514";

  void disable(String account) throws LDAPException {
    set(account, DISABLED);
  }

  void enable(String account) throws LDAPException {
    set(account, ENABLED);
  }

  private void set(String account, String control) throws LDAPException {
    String admin = "cn=admin" + PEOPLE;
    try (LDAPConnection directory =
        new LDAPConnection(url.getHost(), url.getPort(), admin, "andon-demo")) {
      directory.modify(
          "cn=" + account + PEOPLE,
          new Modification(ModificationType.REPLACE, "userAccountControl", control));
    }
  }
}
