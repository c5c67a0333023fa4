package org.andon.auth.directory;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Makes the plant's own certificate authority trusted, before anybody connects. It becomes part of
 * Java's default TLS context, since that is where Elytron's LDAP client takes it from.
 */
@Singleton
class TrustedAuthority {

  void trust(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
      DirectoryConfig config) {
    config.caLocation().ifPresent(TrustedAuthority::trust);
  }

  static void trust(Path certificates) {
    try (var pem = Files.newInputStream(certificates)) {
      var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (var known : managers(null).getAcceptedIssuers()) {
        trusted.setCertificateEntry("known " + trusted.size(), known);
      }
      var own = CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (own.isEmpty()) {
        throw new IllegalStateException(certificates + " holds no certificate");
      }
      for (var authority : own) {
        trusted.setCertificateEntry("own " + trusted.size(), authority);
      }
      var context = SSLContext.getInstance("TLS");
      context.init(null, new X509TrustManager[] {managers(trusted)}, null);
      SSLContext.setDefault(context);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "andon.directory.ca-location: " + certificates + " is not a readable PEM file", e);
    }
  }

  private static X509TrustManager managers(KeyStore store) throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Stream.of(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
