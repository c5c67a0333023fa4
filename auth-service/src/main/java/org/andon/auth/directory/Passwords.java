package org.andon.auth.directory;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.naming.AuthenticationException;
import javax.naming.CommunicationException;
import javax.naming.InsufficientResourcesException;
import javax.naming.InterruptedNamingException;
import javax.naming.NamingException;
import javax.naming.ServiceUnavailableException;
import javax.naming.TimeLimitExceededException;
import org.jboss.logging.Logger;
import org.wildfly.security.auth.server.RealmUnavailableException;

/** Verifies passwords with an LDAP bind, by Elytron's realm. */
@ApplicationScoped
class Passwords {

  private static final Logger LOG = Logger.getLogger(Passwords.class);

  private static final Set<Class<? extends NamingException>> NO_ANSWER =
      Set.of(
          CommunicationException.class,
          ServiceUnavailableException.class,
          InsufficientResourcesException.class,
          TimeLimitExceededException.class,
          InterruptedNamingException.class,
          AuthenticationException.class);

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
      return switch (outcome(e)) {
        case refused -> {
          LOG.infof("bind_refused reason=%s", naming(e).map(Throwable::getMessage).orElse(""));
          yield false;
        }
        case away ->
            throw new DirectoryFailure.Unavailable("the directory did not verify a password", e);
        case fault -> throw e;
      };
    }
  }

  private enum Outcome {
    refused,
    away,
    fault
  }

  /** Elytron hands its checked exception on as the cause of a bare RuntimeException. */
  private static Outcome outcome(RuntimeException failure) {
    if (causes(failure).noneMatch(RealmUnavailableException.class::isInstance)) {
      return Outcome.fault;
    }
    return naming(failure).filter(cause -> !isNoAnswer(cause)).isPresent()
        ? Outcome.refused
        : Outcome.away;
  }

  private static Optional<NamingException> naming(Throwable failure) {
    return causes(failure)
        .filter(NamingException.class::isInstance)
        .map(NamingException.class::cast)
        .findFirst();
  }

  /**
   * JNDI has no class of its own for a read time-out and for "other". That the person's password is
   * wrong, Elytron tells otherwise: if it is one all the same, it is the service account's.
   */
  private static boolean isNoAnswer(NamingException cause) {
    return cause.getClass() == NamingException.class
        || NO_ANSWER.stream().anyMatch(kind -> kind.isInstance(cause));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
