package org.andon.backing;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;

/** What Active Directory does and the in-memory server by itself does not. */
final class ActiveDirectoryBehaviour extends InMemoryOperationInterceptor {

  private static final String WRONG_PASSWORD = "52e";
  private static final String ACCOUNT_DISABLED = "533";
  private static final String ACCOUNT_EXPIRED = "701";
  private static final String PASSWORD_MUST_CHANGE = "773";
  private static final String ACCOUNT_LOCKED = "775";

  /** At the end of a search from the domain's root, as AD does for its DNS partitions. */
  private static final String REFERENCE =
      "ldap://ForestDnsZones.plant.example/DC=ForestDnsZones,DC=plant,DC=example";

  private static final long MILLIS_FROM_1601_TO_1970 = 11_644_473_600_000L;
  private static final long TICKS_PER_MILLI = 10_000;

  private InMemoryDirectoryServer server;

  void answerFor(InMemoryDirectoryServer server) {
    this.server = server;
  }

  @Override
  public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request)
      throws LDAPException {
    var bind = request.getRequest();
    var password = bind.getPassword().stringValue();
    if (password.isEmpty()) {
      // RFC 4513's unauthenticated bind, which AD answers with success: the trap for clients that
      // take a successful bind for a right password.
      request.setRequest(new SimpleBindRequest());
      return;
    }
    var entry = server.getEntry(bind.getBindDN());
    if (entry == null || !entry.hasAttributeValue("userPassword", password)) {
      throw refusal(WRONG_PASSWORD);
    }
    if (UserAccountControl.isDisabled(entry)) {
      throw refusal(ACCOUNT_DISABLED);
    }
    if (positive(entry, "lockoutTime")) {
      throw refusal(ACCOUNT_LOCKED);
    }
    if (positive(entry, "accountExpires")
        && entry.getAttributeValueAsLong("accountExpires") < fileTimeNow()) {
      throw refusal(ACCOUNT_EXPIRED);
    }
    if ("0".equals(entry.getAttributeValue("pwdLastSet"))) {
      throw refusal(PASSWORD_MUST_CHANGE);
    }
  }

  private static boolean positive(Entry entry, String attribute) {
    var value = entry.getAttributeValueAsLong(attribute);
    return value != null && value > 0;
  }

  /** Hundreds of nanoseconds since 1601. */
  private static long fileTimeNow() {
    return (System.currentTimeMillis() + MILLIS_FROM_1601_TO_1970) * TICKS_PER_MILLI;
  }

  /** AD tells causes apart only in the text. */
  private static LDAPException refusal(String data) {
    return new LDAPException(
        ResultCode.INVALID_CREDENTIALS,
        "80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data "
            + data
            + ", v4f7c");
  }

  @Override
  public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
    var search = request.getRequest().duplicate();
    search.setFilter(new NestedGroups(this::entry).expand(search.getFilter()));
    request.setRequest(search);
    if (search.getScope().equals(SearchScope.SUB) && search.getBaseDN().equals(Directory.BASE_DN)) {
      request.sendSearchReference(
          new SearchResultReference(new String[] {REFERENCE}, new Control[0]));
    }
  }

  private Entry entry(String dn) {
    try {
      return server.getEntry(dn);
    } catch (LDAPException e) {
      throw new IllegalArgumentException("not a DN: " + dn, e);
    }
  }
}
