package org.andon.auth.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the directory is, how long to wait for it and what its entries call things. */
@ConfigMapping(prefix = "andon.directory")
interface DirectoryConfig {

  /** {@code ldaps://} or {@code ldap://}; several, separated by blanks, are tried in turn. */
  String url();

  /**
   * A PEM file with the certificates of a private authority that signs the directory's; trusted
   * beside those that every Java trusts.
   */
  Optional<Path> caLocation();

  /** The service account for look-ups. */
  String bindDn();

  String bindPassword();

  /** Where people and groups are searched, in the whole tree below. */
  String baseDn();

  /**
   * A login connects up to four times. With a server that is silently down among several, all of
   * them together must fit into {@link #patience}.
   */
  Duration connectTimeout();

  Duration readTimeout();

  /**
   * How long a caller waits for an answer that may need several requests; under the five seconds
   * within which a login is promised one.
   */
  @WithDefault("4500ms")
  Duration patience();

  /**
   * For how long the directory counts wrong passwords on: in Active Directory "Reset account
   * lockout counter after", 30 minutes in its own security baselines.
   */
  @WithDefault("30m")
  Duration lockoutWindow();

  /** Connections kept for look-ups. */
  @WithDefault("8")
  int connections();

  /** Entries read for one search; Active Directory itself gives no more than 1000. */
  @WithDefault("1000")
  int searchLimit();

  /** Whether groups are members of groups, searched by Active Directory's rule. */
  @WithDefault("true")
  boolean nestedGroups();

  Groups groups();

  Attributes attributes();

  /** Names of the groups whose members may sign in. */
  interface Groups {

    @WithDefault("incident-users")
    String users();

    @WithDefault("incident-admins")
    String admins();
  }

  /** Names of attributes; the defaults are Active Directory's. */
  interface Attributes {

    /** What Elytron finds an account by, to verify its password. */
    String account();

    @WithDefault("userPrincipalName")
    String principalName();

    @WithDefault("mail")
    String mail();

    @WithDefault("displayName")
    String displayName();

    @WithDefault("department")
    String department();

    /** A group's name; Active Directory keeps this one unique, which {@code cn} is not. */
    @WithDefault("sAMAccountName")
    String group();
  }
}
