package org.andon.launcher.gateway;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.nio.file.Path;

/** Serves the SPA: its files, and its page for every address that is its own. */
final class SpaSite {
  private static final long ONE_YEAR_SECONDS = 365L * 24 * 3600;

  private final Path directory;

  SpaSite(Path directory) {
    this.directory = directory;
  }

  void mount(Router router) {
    router.get().handler(SpaSite::addHeaders);
    // Only what has a hash in its name may be kept.
    router
        .get("/assets/*")
        .handler(
            files(directory.resolve("assets"))
                .setCachingEnabled(true)
                .setMaxAgeSeconds(ONE_YEAR_SECONDS));
    router.get().handler(SpaSite::askEveryTime);
    router.get().handler(files(directory).setCachingEnabled(false));
    router.get().handler(this::page);
  }

  private static StaticHandler files(Path directory) {
    return StaticHandler.create(FileSystemAccess.ROOT, directory.toAbsolutePath().toString())
        .setIndexPage("none");
  }

  private static void addHeaders(RoutingContext context) {
    HttpServerResponse response = context.response();
    SiteHeaders.ALL.forEach(response::putHeader);
    context.next();
  }

  private static void askEveryTime(RoutingContext context) {
    context.response().putHeader("Cache-Control", "no-cache");
    context.next();
  }

  private void page(RoutingContext context) {
    if (context.normalizedPath().startsWith("/assets/")) {
      GatewayProblem.NOT_FOUND.send(context.response());
      return;
    }
    context
        .response()
        .putHeader("Content-Type", "text/html;charset=UTF-8")
        .sendFile(directory.resolve("index.html").toString());
  }
}
