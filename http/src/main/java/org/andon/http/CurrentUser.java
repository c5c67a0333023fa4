package org.andon.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes this request, by the verified token alone. */
@RequestScoped
public class CurrentUser {
  private final JsonWebToken token;

  CurrentUser(JsonWebToken token) {
    this.token = token;
  }

  /** The user id: a mail address, lower case. */
  public String id() {
    return token.getSubject().toLowerCase(Locale.ROOT);
  }

  /** Whether the caller is a system admin, who may do anything an owner may. */
  public boolean isAdmin() {
    return token.getGroups().contains("admin");
  }

  /** The token itself, to ask another service in the caller's name. */
  public String bearer() {
    return "Bearer " + token.getRawToken();
  }
}
