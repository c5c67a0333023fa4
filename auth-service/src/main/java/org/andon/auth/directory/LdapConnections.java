package org.andon.auth.directory;

import com.unboundid.ldap.sdk.FailoverServerSet;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/** Makes the pool of connections for look-ups, bound as the service account. */
@ApplicationScoped
class LdapConnections {

  @Produces
  @Singleton
  static LDAPConnectionPool pool(DirectoryConfig config) throws LDAPException {
    // None at first: the service starts, and refreshes its pool, with the directory away.
    var servers = new FailoverServerSet(servers(config).toArray(ServerSet[]::new));
    // One that is silently down costs a time-out once, and not at every new connection.
    servers.setReOrderOnFailover(true);
    var pool =
        new LDAPConnectionPool(
            servers,
            new SimpleBindRequest(config.bindDn(), config.bindPassword()),
            0,
            config.connections());
    pool.setRetryFailedOperationsDueToInvalidConnections(true);
    return pool;
  }

  /** One for each URL, in their order. */
  static List<ServerSet> servers(DirectoryConfig config) {
    var options = new LDAPConnectionOptions();
    options.setConnectTimeoutMillis(Math.toIntExact(config.connectTimeout().toMillis()));
    options.setResponseTimeoutMillis(config.readTimeout().toMillis());
    options.setAbandonOnTimeout(true);
    // The SDK by itself takes any trusted certificate, whoever it was made out to.
    options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
    return Stream.of(config.url().strip().split("\\s+")).map(url -> server(url, options)).toList();
  }

  void close(@Disposes LDAPConnectionPool pool) {
    pool.close();
  }

  private static ServerSet server(String url, LDAPConnectionOptions options) {
    try {
      var address = new LDAPURL(url);
      SocketFactory sockets =
          "ldaps".equals(address.getScheme())
              ? SSLContext.getDefault().getSocketFactory()
              : SocketFactory.getDefault();
      return new SingleServerSet(address.getHost(), address.getPort(), sockets, options);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has a default TLS context", e);
    } catch (LDAPException e) {
      throw new IllegalArgumentException("andon.directory.url has no LDAP URL: " + url, e);
    }
  }
}
