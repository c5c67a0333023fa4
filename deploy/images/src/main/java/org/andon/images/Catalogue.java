package org.andon.images;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The images there are. The Dockerfiles beside this module and in deploy/web say the same for those
 * who build with an engine.
 *
 * @param repository the root of a checkout in which everything has been built
 */
record Catalogue(Path repository) {
  private static final Map<String, Integer> SERVICES =
      Map.of(
          "auth-service", 8101,
          "room-service", 8102,
          "messaging-service", 8103,
          "file-service", 8104);
  private static final String NOBODY_IN_PARTICULAR = "10001:10001";
  private static final String NGINX = "101:101";

  /** Half of the pod's memory is heap; the rest is for sockets, code and threads. */
  private static final String MEMORY = "-XX:MaxRAMPercentage=50 -XX:+UseSerialGC";

  private static final List<String> JAVA =
      List.of(
          "java",
          "-XX:+UseCompactObjectHeaders",
          "-XX:+ExitOnOutOfMemoryError",
          // It would be written to a disk that is read-only.
          "-XX:-UsePerfData",
          "-jar",
          "quarkus-run.jar");

  List<Image> images(String javaBase, String nginxBase) {
    List<Image> images = new ArrayList<>();
    SERVICES.keySet().stream().sorted().map(it -> service(it, javaBase)).forEach(images::add);
    images.add(web(nginxBase));
    return images;
  }

  private Image service(String name, String base) {
    Path built = repository.resolve(name).resolve("target/quarkus-app");
    return new Image(
        name,
        base,
        NOBODY_IN_PARTICULAR,
        SERVICES.get(name),
        "/app",
        List.of(
            new Layer("libraries", built.resolve("lib"), "/app/lib"),
            new Layer("quarkus", built.resolve("quarkus"), "/app/quarkus"),
            new Layer("application", built.resolve("app"), "/app/app"),
            new Layer("start", built.resolve("quarkus-run.jar"), "/app/quarkus-run.jar")),
        JAVA,
        Map.of("JAVA_TOOL_OPTIONS", MEMORY));
  }

  private Image web(String base) {
    Path settings = repository.resolve("deploy/web");
    return new Image(
        "web",
        base,
        NGINX,
        8080,
        "/",
        List.of(
            new Layer("settings", settings.resolve("nginx.conf"), "/etc/nginx/nginx.conf"),
            new Layer(
                "headers", settings.resolve("site-headers.conf"), "/etc/nginx/site-headers.conf"),
            new Layer("site", repository.resolve("frontend/dist"), "/usr/share/nginx/html")),
        List.of("nginx", "-g", "daemon off;"),
        Map.of());
  }
}
