package org.andon.backing;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;

/** What Active Directory does and the in-memory server by itself does not. */
final class ActiveDirectoryBehaviour extends InMemoryOperationInterceptor {

  private static final String WRONG_PASSWORD = "52e";
  private static final String ACCOUNT_DISABLED = "533";

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
  }

  private Entry entry(String dn) {
    try {
      return server.getEntry(dn);
    } catch (LDAPException e) {
      throw new IllegalArgumentException("not a DN: " + dn, e);
    }
  }
}
