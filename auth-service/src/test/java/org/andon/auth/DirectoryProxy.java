package org.andon.auth;

import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.listener.LDAPListenerRequestHandler;
import com.unboundid.ldap.listener.ProxyRequestHandler;
import com.unboundid.ldap.protocol.AddRequestProtocolOp;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.protocol.DeleteRequestProtocolOp;
import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SingleServerSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.andon.backing.Directory;

/**
 * In front of the directory: sees what reaches it, counts wrong passwords, and can be told to
 * refuse.
 */
public final class DirectoryProxy implements AutoCloseable {

  private final LDAPListener listener;
  private final Map<String, ResultCode> refusedBinds = new ConcurrentHashMap<>();
  private volatile Predicate<String> refusedSearches = filter -> false;
  private final BadPasswords badPasswords;

  private DirectoryProxy(Directory directory) {
    this.badPasswords = new BadPasswords(directory);
    var config =
        new LDAPListenerConfig(
            0,
            new Handler(
                new ProxyRequestHandler(new SingleServerSet("127.0.0.1", directory.port()))));
    config.setListenAddress(InetAddress.getLoopbackAddress());
    this.listener = new LDAPListener(config);
  }

  public static DirectoryProxy to(Directory directory) {
    var proxy = new DirectoryProxy(directory);
    try {
      proxy.listener.startListening();
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "ldap://127.0.0.1:" + listener.getListenPort();
  }

  public BadPasswords badPasswords() {
    return badPasswords;
  }

  /** From now on every bind of this entry is answered so. */
  public void refuseBinds(String dn, ResultCode answer) {
    refusedBinds.put(dn, answer);
  }

  /** From now on searches with such a filter fail. */
  public void refuseSearches(Predicate<String> filter) {
    refusedSearches = filter;
  }

  public void refuseNothing() {
    refusedBinds.clear();
    refusedSearches = filter -> false;
  }

  @Override
  public void close() {
    listener.shutDown(true);
  }

  private final class Handler extends LDAPListenerRequestHandler {

    private final ProxyRequestHandler next;

    Handler(ProxyRequestHandler next) {
      this.next = next;
    }

    @Override
    public LDAPListenerRequestHandler newInstance(LDAPListenerClientConnection connection)
        throws LDAPException {
      return new Handler(next.newInstance(connection));
    }

    @Override
    public void closeInstance() {
      next.closeInstance();
    }

    @Override
    public LDAPMessage processBindRequest(
        int id, BindRequestProtocolOp request, List<Control> controls) {
      var refusal = refusedBinds.get(request.getBindDN());
      if (refusal != null) {
        return new LDAPMessage(
            id,
            new BindResponseProtocolOp(refusal.intValue(), null, "as the test says", null, null));
      }
      var answer = next.processBindRequest(id, request, controls);
      badPasswords.note(request.getBindDN(), answer.getBindResponseProtocolOp().getResultCode());
      return answer;
    }

    @Override
    public LDAPMessage processSearchRequest(
        int id, SearchRequestProtocolOp request, List<Control> controls) {
      return refusedSearches.test(request.getFilter().toString())
          ? new LDAPMessage(
              id,
              new SearchResultDoneProtocolOp(
                  ResultCode.ADMIN_LIMIT_EXCEEDED_INT_VALUE, null, "as the test says", null))
          : next.processSearchRequest(id, request, controls);
    }

    @Override
    public LDAPMessage processAddRequest(
        int id, AddRequestProtocolOp request, List<Control> controls) {
      return next.processAddRequest(id, request, controls);
    }

    @Override
    public LDAPMessage processCompareRequest(
        int id, CompareRequestProtocolOp request, List<Control> controls) {
      return next.processCompareRequest(id, request, controls);
    }

    @Override
    public LDAPMessage processDeleteRequest(
        int id, DeleteRequestProtocolOp request, List<Control> controls) {
      return next.processDeleteRequest(id, request, controls);
    }

    @Override
    public LDAPMessage processExtendedRequest(
        int id, ExtendedRequestProtocolOp request, List<Control> controls) {
      return next.processExtendedRequest(id, request, controls);
    }

    @Override
    public LDAPMessage processModifyRequest(
        int id, ModifyRequestProtocolOp request, List<Control> controls) {
      return next.processModifyRequest(id, request, controls);
    }

    @Override
    public LDAPMessage processModifyDNRequest(
        int id, ModifyDNRequestProtocolOp request, List<Control> controls) {
      return next.processModifyDNRequest(id, request, controls);
    }
  }
}
