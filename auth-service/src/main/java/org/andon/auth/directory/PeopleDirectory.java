package org.andon.auth.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

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
  private final Duration patience;

  PeopleDirectory(Accounts accounts, Passwords passwords, DirectoryConfig config) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.patience = config.patience();
  }

  /**
   * The person who signs in by this name and password; empty whatever the reason is that they may
   * not.
   *
   * @param username mail address, UPN or account name
   */
  public Optional<Person> authenticate(String username, String password) {
    // Directories answer an empty password with success, having verified nothing.
    if (username.isBlank() || password.isEmpty()) {
      return Optional.empty();
    }
    return inTime(
        () ->
            accounts
                .bySignInName(username.strip())
                .filter(accounts::isOnlyOneOfItsName)
                .filter(account -> passwords.verify(account.name(), password))
                .flatMap(accounts::person));
  }

  /** The person of this id, if they may sign in now. */
  public Optional<Person> byUserId(String userId) {
    return inTime(() -> accounts.byUserId(userId).flatMap(accounts::person));
  }

  /**
   * People whose name, mail address or account contains the text, in the order of their ids.
   *
   * @param text empty for everybody
   */
  public List<Person> search(String text) {
    return inTime(() -> accounts.search(text.strip()));
  }

  /** One answer may take several requests with a timeout each, so the sum needs one of its own. */
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
