package org.andon.auth.origin;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** Where this request comes from: the address as the trusted gateway tells it, and nobody else. */
@RequestScoped
public class CurrentOrigin {

  private final HttpServerRequest request;
  private final Devices devices;

  CurrentOrigin(RoutingContext routing, Devices devices) {
    this.request = routing.request();
    this.devices = devices;
  }

  public Origin get() {
    var address = request.remoteAddress().hostAddress();
    return new Origin(
        address == null ? "" : address,
        devices.describe(request.getHeader(HttpHeaders.USER_AGENT)));
  }
}
