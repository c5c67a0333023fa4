package org.andon.launcher.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** Tells a service whom the gateway speaks for. What the client itself claimed is not passed on. */
final class ForwardedHeaders {
  private ForwardedHeaders() {}

  static void set(MultiMap headers, HttpServerRequest from) {
    headers.remove("Forwarded");
    headers.set("X-Forwarded-For", from.remoteAddress().hostAddress());
    headers.set("X-Forwarded-Proto", from.scheme());
    headers.remove("X-Forwarded-Host");
    if (from.authority() != null) {
      headers.set("X-Forwarded-Host", from.authority().toString());
    }
  }
}
