package org.andon.messaging.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers as room-service, file-service and auth-service would; what they know is given to it by
 * tests.
 */
public final class Neighbours implements AutoCloseable {
  private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();
  private static final Map<String, byte[]> PICTURES = new ConcurrentHashMap<>();
  private static final String NOT_A_MEMBER = "403";
  private static final String BROKEN = "500";

  private final HttpServer server;

  Neighbours() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", Neighbours::answer);
    server.start();
  }

  /** room-service knows a room that messaging has not heard of. */
  public static void knowRoom(UUID roomId, String role) {
    ANSWERS.put(
        "/api/rooms/" + roomId,
        """
        {"room_id":"%s","title":"Line 3","status":"active","my_role":"%s","version":1}\
        """
            .formatted(roomId, role));
  }

  public static void knowRoomWithoutTheCaller(UUID roomId) {
    ANSWERS.put("/api/rooms/" + roomId, NOT_A_MEMBER);
  }

  public static void knowFile(UUID fileId, UUID roomId) {
    ANSWERS.put(
        "/api/files/" + fileId,
        """
        {"file_id":"%s","room_id":"%s","file_name":"oven.png"}\
        """
            .formatted(fileId, roomId));
  }

  /** The directory knows somebody who need never have signed in. */
  public static void knowPerson(String userId, String displayName) {
    ANSWERS.put(
        "/api/users/" + userId,
        """
        {"user_id":"%s","display_name":"%s"}\
        """
            .formatted(userId, displayName));
  }

  /** Whatever a service answers on a path. */
  public static void answer(String path, String json) {
    ANSWERS.put(path, json);
  }

  /** A picture's preview. */
  public static void answer(String path, byte[] jpeg) {
    PICTURES.put(path, jpeg);
  }

  /** The service breaks when asked this. */
  public static void breakOn(String path) {
    PICTURES.remove(path);
    ANSWERS.put(path, BROKEN);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String known = ANSWERS.get(path);
    try (exchange) {
      if (PICTURES.containsKey(path)) {
        send(exchange, "image/jpeg", PICTURES.get(path));
      } else if (known == null) {
        exchange.sendResponseHeaders(404, -1);
      } else if (known.equals(NOT_A_MEMBER) || known.equals(BROKEN)) {
        exchange.sendResponseHeaders(Integer.parseInt(known), -1);
      } else {
        send(exchange, "application/json", known.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
