package org.andon.e2e.traffic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.e2e.traffic.Api.Account;
import org.andon.e2e.traffic.Api.Answer;

/** Uploads a log and downloads an older one, twice a second. */
final class Filer implements Participant {
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final int LINES = 200;

  private final Api api;
  private final UUID room;
  private final Account account;
  private final Observations observations;
  private final Map<String, byte[]> acknowledged = new LinkedHashMap<>();
  private int count;

  Filer(Api api, UUID room, Account account, Observations observations) {
    this.api = api;
    this.room = room;
    this.account = account;
    this.observations = observations;
  }

  @Override
  public void act() throws InterruptedException {
    count++;
    byte[] content =
        ("oven 3, run " + count + ": 81.5 °C\n").repeat(LINES).getBytes(StandardCharsets.UTF_8);
    Answer answer =
        observations.of(
            Activity.UPLOAD,
            () ->
                api.upload(
                    account, "/api/rooms/" + room + "/files", "run-" + count + ".log", content));
    if (answer.ok()) {
      acknowledged.put(answer.json().get("file_id").asText(), content);
    }
    if (!acknowledged.isEmpty()) {
      List<String> ids = List.copyOf(acknowledged.keySet());
      String id = ids.get(count % ids.size());
      observations.of(Activity.DOWNLOAD, () -> content(id));
    }
    Pace.pause(BETWEEN);
  }

  private Answer content(String id) {
    return api.get(account, "/api/files/" + id + "/content");
  }

  /** The files that were acknowledged and cannot be read as they were given; once all is over. */
  List<String> lost() {
    return acknowledged.entrySet().stream()
        .filter(file -> !Arrays.equals(content(file.getKey()).body(), file.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
