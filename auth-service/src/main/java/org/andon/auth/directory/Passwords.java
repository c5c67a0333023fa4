package org.andon.auth.directory;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.wildfly.security.auth.server.RealmUnavailableException;

/** Verifies passwords with an LDAP bind, by Elytron's realm. */
@ApplicationScoped
class Passwords {

  private final IdentityProviderManager identities;

  Passwords(IdentityProviderManager identities) {
    this.identities = identities;
  }

  /** Whether the password is right and its account may be used. */
  boolean verify(String account, String password) {
    try {
      var request =
          new UsernamePasswordAuthenticationRequest(
              account, new PasswordCredential(password.toCharArray()));
      return !identities.authenticateBlocking(request).isAnonymous();
    } catch (AuthenticationFailedException _) {
      return false;
    } catch (RuntimeException e) {
      throw isAway(e)
          ? new DirectoryFailure.Unavailable("the directory did not verify a password", e)
          : e;
    }
  }

  /** Elytron hands its checked exception on as the cause of a bare RuntimeException. */
  private static boolean isAway(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(RealmUnavailableException.class::isInstance);
  }
}
