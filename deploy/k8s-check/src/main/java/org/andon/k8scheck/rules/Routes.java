package org.andon.k8scheck.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.k8scheck.manifest.Manifests;
import org.andon.launcher.gateway.Route;

/**
 * The HTTPRoute is the route table: path by path, in an order that every gateway understands alike.
 */
final class Routes implements Rule {
  private static final String SITE = "web";
  private static final String EVERYTHING = "^/.*$";

  /** A rule of either table. */
  private record Line(String type, String path, String service) {}

  @Override
  public Stream<Problem> check(Manifests manifests) {
    return manifests
        .find("HTTPRoute", "andon")
        .map(it -> Stream.of(table(it), order(it), backends(it, manifests)).flatMap(all -> all))
        .orElse(Stream.empty());
  }

  private static Stream<Problem> table(Manifest route) {
    List<Line> expected = new ArrayList<>();
    for (Route it : Route.values()) {
      expected.add(line("^" + it.path() + "$", it.target().service()));
    }
    expected.add(line(EVERYTHING, SITE));
    List<Line> actual = lines(route);
    return IntStream.range(0, Math.max(expected.size(), actual.size()))
        .filter(it -> !at(expected, it).equals(at(actual, it)))
        .mapToObj(
            it ->
                Problem.of(
                    route,
                    "rule %d is %s, in the route table it is %s",
                    it,
                    at(actual, it),
                    at(expected, it)));
  }

  /** Some gateways try the longest first. A rule listed before another must not be the shorter. */
  private static Stream<Problem> order(Manifest route) {
    List<String> paths = lines(route).stream().map(Line::path).toList();
    return IntStream.range(0, paths.size())
        .boxed()
        .flatMap(
            first ->
                paths.stream()
                    .skip(first + 1L)
                    .filter(it -> it.length() >= paths.get(first).length())
                    .filter(it -> overlap(paths.get(first), it))
                    .map(
                        it ->
                            Problem.of(
                                route,
                                "%s is to come before %s, which is longer: some gateways turn that"
                                    + " round",
                                paths.get(first),
                                it)));
  }

  /** By their fixed beginnings: more than enough for a table of this size. */
  private static boolean overlap(String one, String other) {
    String first = fixed(one);
    String second = fixed(other);
    return first.startsWith(second) || second.startsWith(first);
  }

  private static String fixed(String path) {
    return path.replaceFirst("[\\[(.].*", "");
  }

  private static Stream<Problem> backends(Manifest route, Manifests manifests) {
    return route
        .each("/spec/rules")
        .map(it -> it.at("/backendRefs/0"))
        .filter(
            backend ->
                manifests.find("Service", backend.path("name").asText()).stream()
                    .flatMap(it -> it.each("/spec/ports"))
                    .noneMatch(it -> it.path("port").equals(backend.path("port"))))
        .map(it -> Problem.of(route, "there is no Service for %s", it));
  }

  private static List<Line> lines(Manifest route) {
    return route
        .each("/spec/rules")
        .map(
            it ->
                new Line(
                    it.at("/matches/0/path/type").asText(),
                    it.at("/matches/0/path/value").asText(),
                    it.at("/backendRefs/0/name").asText()))
        .toList();
  }

  private static Line line(String path, String service) {
    return new Line("RegularExpression", path, service);
  }

  private static Line at(List<Line> lines, int index) {
    return index < lines.size() ? lines.get(index) : line("(none)", "(none)");
  }
}
