package org.andon.auth.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.andon.auth.directory.Authentication.Accepted;
import org.andon.auth.directory.Authentication.Refusal;
import org.andon.auth.directory.Authentication.Refused;
import org.andon.auth.directory.DirectoryMeters.Question;

/**
 * The people of the plant who may sign in. Every question is answered, or fails with {@link
 * DirectoryFailure.Unavailable}, within the configured patience. Nothing is cached: an account that
 * is disabled is refused from the next question on.
 */
@ApplicationScoped
public class PeopleDirectory {

  private static final Executor VIRTUAL_THREADS = Thread::startVirtualThread;

  private final Accounts accounts;
  private final Passwords passwords;
  private final DirectoryMeters meters;
  private final Duration patience;

  PeopleDirectory(
      Accounts accounts, Passwords passwords, DirectoryMeters meters, DirectoryConfig config) {
    this.meters = meters;
    this.accounts = accounts;
    this.passwords = passwords;
    this.patience = config.patience();
  }

  /**
   * Who signs in by this name and password, or why nobody does.
   *
   * @param username mail address, UPN or account name
   * @param gate asked only of an account whose password would be tried now
   */
  public Authentication authenticate(String username, String password, PasswordGate gate) {
    // Directories answer an empty password with success, having verified nothing.
    if (username.isBlank() || password.isEmpty()) {
      return new Refused(Refusal.no_password, null);
    }
    return inTime(
        Question.AUTHENTICATE,
        () -> authenticated(accounts.bySignInName(username.strip()), password, gate));
  }

  private Authentication authenticated(List<Account> called, String password, PasswordGate gate) {
    return switch (called.size()) {
      case 0 -> new Refused(Refusal.unknown_user, null);
      case 1 -> authenticated(called.getFirst(), password, gate);
      default -> new Refused(Refusal.ambiguous_name, null);
    };
  }

  private Authentication authenticated(Account account, String password, PasswordGate gate) {
    // Before the password: the directory would count it, and say no in any case.
    var obstacle =
        switch (account.standing()) {
          case usable -> null;
          case disabled -> Refusal.account_disabled;
          case expired -> Refusal.account_expired;
          case locked -> Refusal.account_locked;
          case password_expired -> Refusal.password_expired;
        };
    if (obstacle != null) {
      return new Refused(obstacle, account.userId());
    }
    if (!accounts.isOnlyOneOfItsName(account) || !accounts.isOnlyOneOfItsId(account)) {
      return new Refused(Refusal.ambiguous_name, account.userId());
    }
    if (!gate.mayTry(account.userId(), account.wrongPasswords())) {
      return new Refused(Refusal.too_many_attempts, account.userId());
    }
    if (!passwords.verify(account.name(), password)) {
      return new Refused(Refusal.wrong_password, account.userId());
    }
    return accounts
        .person(account)
        .<Authentication>map(Accepted::new)
        .orElseGet(() -> new Refused(Refusal.not_permitted, account.userId()));
  }

  /** The person of this id, if they may sign in now. */
  public Optional<Person> byUserId(String userId) {
    return inTime(Question.PERSON, () -> accounts.byUserId(userId).flatMap(accounts::person));
  }

  /**
   * Those of these people who may stay signed in now; the whole answer, or none. A number of them
   * that one search can ask for.
   */
  public Map<String, Person> byUserIds(Collection<String> userIds) {
    return inTime(Question.PEOPLE, () -> accounts.byUserIds(userIds));
  }

  /**
   * People whose name, mail address or account contains the text, in the order of their ids.
   *
   * @param text empty for everybody
   * @throws DirectoryFailure.TooManyHits when not all of them could be told
   */
  public List<Person> search(String text) {
    return inTime(Question.SEARCH, () -> accounts.search(text.strip()));
  }

  /** One answer may take several requests with a timeout each, so the sum needs one of its own. */
  private <T> T inTime(Question kind, Supplier<T> question) {
    return meters.timed(kind, () -> inTime(question));
  }

  private <T> T inTime(Supplier<T> question) {
    try {
      return CompletableFuture.supplyAsync(question, VIRTUAL_THREADS)
          .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      throw switch (e.getCause()) {
        case TimeoutException late ->
            new DirectoryFailure.Unavailable("no answer within " + patience, late);
        case RuntimeException failure -> failure;
        default -> e;
      };
    }
  }
}
