package org.andon.file.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers {@code GET /api/rooms/{room_id}} as room-service does, for rooms in memory. */
public class RoomServiceTwin {
  private static final Pattern SUBJECT = Pattern.compile("\"sub\":\"([^\"]+)\"");

  /** A room as room-service knows it; members: user id to role. */
  public record Room(String status, Map<String, String> members) {}

  private final Map<String, Room> rooms = new ConcurrentHashMap<>();
  private final AtomicInteger questions = new AtomicInteger();
  private HttpServer server;
  private int port;

  public RoomServiceTwin() {
    start();
    port = server.getAddress().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public void put(UUID roomId, Room room) {
    rooms.put(roomId.toString(), room);
  }

  /** How often it was asked so far. */
  public int questions() {
    return questions.get();
  }

  public void stop() {
    server.stop(0);
  }

  public final void start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/rooms/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    questions.incrementAndGet();
    String path = exchange.getRequestURI().getPath();
    Room room = rooms.get(path.substring(path.lastIndexOf('/') + 1));
    String user = subject(exchange.getRequestHeaders().getFirst("Authorization"));
    if (room == null) {
      respond(exchange, 404, "{}");
    } else if (user.equals(People.ADMIN)) {
      respond(exchange, 200, body("ADMIN", room));
    } else if (room.members().containsKey(user)) {
      respond(exchange, 200, body(room.members().get(user), room));
    } else {
      respond(exchange, 403, "{}");
    }
  }

  private static String body(String role, Room room) {
    return "{\"my_role\":\"%s\",\"status\":\"%s\",\"version\":1}".formatted(role, room.status());
  }

  private static String subject(String bearer) {
    String claims = new String(Base64.getUrlDecoder().decode(bearer.split("\\.")[1]), UTF_8);
    Matcher subject = SUBJECT.matcher(claims);
    if (!subject.find()) {
      throw new IllegalStateException("a token without a subject");
    }
    return subject.group(1);
  }

  private static void respond(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }
}
