package org.andon.auth.machine;

import static org.andon.auth.machine.MachineFailure.Error.invalid_client;
import static org.andon.auth.machine.MachineFailure.Error.invalid_request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who a machine says it is, by RFC 6749, section 2.3.1: in the header, or in the form.
 *
 * @param clientId as it was sent, which need not be one
 */
record ClientCredentials(String clientId, ClientSecret secret) {

  private static final String BASIC = "Basic ";

  static ClientCredentials of(String authorization, String clientId, String clientSecret) {
    if (authorization == null) {
      if (clientId == null || clientSecret == null) {
        throw new MachineFailure.TokenRefused(
            invalid_client, "client_id and client_secret are needed");
      }
      return new ClientCredentials(clientId, new ClientSecret(clientSecret));
    }
    if (clientSecret != null) {
      throw new MachineFailure.TokenRefused(
          invalid_request, "the client says who it is in one way only");
    }
    return ofHeader(authorization);
  }

  private static ClientCredentials ofHeader(String authorization) {
    if (authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      try {
        var decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
        var words = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
        if (words.length == 2) {
          return new ClientCredentials(form(words[0]), new ClientSecret(form(words[1])));
        }
      } catch (IllegalArgumentException _) {
        // told below
      }
    }
    throw new MachineFailure.TokenRefused(invalid_client, "the header Authorization is not Basic");
  }

  /** In the header they are encoded as in a form. */
  private static String form(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "ClientCredentials[…]";
  }
}
