package org.andon.auth.directory;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code ./andon ldap-check}: tries the directory's settings step by step, with the look-ups that a
 * login makes, and says of each step what is right or what to change. It writes nothing anywhere.
 *
 * <p>Exit code 0 if all is well, 1 if something is not, 2 for a wrong command line.
 */
public final class LdapCheck {

  private static final int BELOW_ENVIRONMENT = 100;
  private static final int ABOVE_ENVIRONMENT = 1000;
  private static final String ASK_PASSWORD = "--password";

  private final PrintStream out;
  private final Map<String, String> settings;
  private final Supplier<String> password;

  /**
   * @param settings above those of the environment
   * @param password where it is read from when it is asked for
   */
  LdapCheck(PrintStream out, Map<String, String> settings, Supplier<String> password) {
    this.out = out;
    this.settings = settings;
    this.password = password;
  }

  /** With the settings of the environment; the result is the exit code. */
  public static int run(List<String> arguments) throws IOException {
    return new LdapCheck(System.out, Map.of(), LdapCheck::readPassword).check(arguments);
  }

  int check(List<String> arguments) throws IOException {
    var names = arguments.stream().filter(argument -> !argument.startsWith("-")).toList();
    var flags = arguments.stream().filter(argument -> argument.startsWith("-")).toList();
    if (names.size() > 1 || !List.of(ASK_PASSWORD).containsAll(flags)) {
      out.println(
          """
          Usage: ldap-check [USERNAME [--password]]
            USERNAME    mail address, UPN or account name of a person to look up
            --password  ask for the person's password, and try it
          Settings come from the environment, as auth-service's do: ANDON_DIRECTORY_URL,
          ANDON_DIRECTORY_BASE_DN, ANDON_DIRECTORY_BIND_DN, ANDON_DIRECTORY_BIND_PASSWORD …\
          """);
      return 2;
    }
    var report = new CheckReport(out);
    var typed = flags.isEmpty() ? Optional.<String>empty() : Optional.of(password.get());
    config(report)
        .ifPresent(config -> new CheckSteps(config, report).run(names.stream().findFirst(), typed));
    out.println();
    out.println(report.isAllWell() ? "All is well." : "Something is wrong: see FAIL above.");
    return report.isAllWell() ? 0 : 1;
  }

  private Optional<DirectoryConfig> config(CheckReport report) throws IOException {
    report.heading("Settings");
    var defaults = LdapCheck.class.getResource("/application.properties");
    try {
      var config =
          new SmallRyeConfigBuilder()
              .addDefaultInterceptors()
              .addDiscoveredConverters()
              .addDefaultSources()
              .withSources(
                  new PropertiesConfigSource(defaults, BELOW_ENVIRONMENT),
                  new PropertiesConfigSource(settings, "given", ABOVE_ENVIRONMENT))
              .withMapping(DirectoryConfig.class)
              .build()
              .getConfigMapping(DirectoryConfig.class);
      config.caLocation().ifPresent(TrustedAuthority::trust);
      LdapConnections.servers(config);
      return Optional.of(config);
    } catch (ConfigValidationException e) {
      for (int i = 0; i < e.getProblemCount(); i++) {
        report.bad("%s", e.getProblem(i).getMessage());
      }
    } catch (IllegalStateException | IllegalArgumentException e) {
      report.bad("%s", e.getMessage());
    }
    return Optional.empty();
  }

  private static String readPassword() {
    var console = System.console();
    if (console != null && console.isTerminal()) {
      return new String(console.readPassword("Password: "));
    }
    try {
      var input = new InputStreamReader(System.in, Charset.defaultCharset());
      var line = new BufferedReader(input).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
