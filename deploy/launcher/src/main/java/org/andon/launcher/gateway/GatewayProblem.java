package org.andon.launcher.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** What the gateway itself answers, as problem+json. */
enum GatewayProblem {
  NOT_FOUND(404, "Not found", "not_found", "There is nothing at this address."),
  UNAVAILABLE(
      503, "Unavailable", "unavailable", "A part of the system is away. Try again in a moment.");

  static final String CONTENT_TYPE = "application/problem+json";
  static final String RETRY_AFTER_SECONDS = "2";

  private final int status;
  private final Buffer body;

  GatewayProblem(int status, String title, String code, String detail) {
    this.status = status;
    this.body =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("detail", detail)
            .put("code", code)
            .toBuffer();
  }

  int status() {
    return status;
  }

  Buffer body() {
    return body;
  }

  void send(HttpServerResponse response) {
    response.setStatusCode(status).putHeader("Content-Type", CONTENT_TYPE);
    if (this == UNAVAILABLE) {
      response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
    response.end(body);
  }
}
