package org.andon.auth.page;

/** How the parameters of lists look; texts, so that a wrong one can be told by name. */
public final class PageRules {
  public static final String DEFAULT_LIMIT = "50";

  public static final String LIMIT_PATTERN = "[1-9]\\d?|1\\d\\d|200";

  public static final String LIMIT_MESSAGE = "must be a whole number from 1 to 200";

  /** What an id looks like, and a cursor in lists that are ordered by id. */
  public static final String UUID_PATTERN = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

  public static final String CURSOR_MESSAGE = "must be a cursor from a page before";

  private PageRules() {}
}
