package org.andon.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code ./andon verify-dossier FILE [--keys JWKS-FILE-OR-URL]}. */
public final class VerifyDossier {
  private static final int UNDECIDED = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String USAGE =
      "Usage: ./andon verify-dossier FILE [--keys JWKS-FILE-OR-URL]";

  private VerifyDossier() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    System.exit(run(List.of(arguments), out));
  }

  /** Returns the exit code. */
  public static int run(List<String> arguments, PrintStream out) {
    boolean keysGiven = arguments.size() == 3 && arguments.get(1).equals("--keys");
    if (arguments.size() != 1 && !keysGiven) {
      out.println(USAGE);
      return UNDECIDED;
    }
    Optional<TrustedKeys> keys = Optional.empty();
    if (keysGiven) {
      try {
        keys = Optional.of(trusted(arguments.getLast()));
      } catch (IOException | IllegalArgumentException e) {
        out.println("andon: no keys can be read from " + arguments.getLast() + ": " + reason(e));
        return UNDECIDED;
      }
    }
    return check(new File(arguments.getFirst()), keys, out);
  }

  private static int check(File file, Optional<TrustedKeys> keys, PrintStream out) {
    if (!file.canRead() || !file.isFile()) {
      out.println("andon: there is no file " + file + " that can be read.");
      return UNDECIDED;
    }
    Verdict verdict = new DossierCheck(keys).check(file.toPath());
    new PlainWords(out).tell(verdict);
    return verdict.outcome().exitCode();
  }

  private static TrustedKeys trusted(String source) throws IOException {
    return TrustedKeys.read(
        source.startsWith("http://") || source.startsWith("https://")
            ? fetched(URI.create(source))
            : Files.readAllBytes(Path.of(source)));
  }

  private static byte[] fetched(URI source) throws IOException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(source).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException("the answer is " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
