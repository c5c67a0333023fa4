package org.andon.auth.origin;

/**
 * Where a login came from, shown to its owner: a session they do not recognise is one to end.
 *
 * @param address of the client, as the gateway tells it
 * @param device browser and system, such as {@code Chrome 140 on Windows 10}; the User-Agent header
 *     where nothing is known of it
 */
public record Origin(String address, String device) {

  /** The service itself, on schedule. */
  public static final Origin SERVICE = new Origin("", "");
}
