package org.andon.launcher.example;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.andon.launcher.stack.Progress;

/**
 * One incident with people, talk, readings and a picture, so that a first look is not an empty
 * page.
 */
public final class ExampleIncident {
  private static final String SUPERVISOR = "li.wei@plant.example";
  private static final String MAINTENANCE = "chen.mei@plant.example";
  private static final String QUALITY = "wang.fang@plant.example";
  private static final String ENGINEER = "john.doe@plant.example";
  private static final String ADMIN = "admin@plant.example";

  private final String gateway;
  private final Progress progress;

  public ExampleIncident(String gateway, Progress progress) {
    this.gateway = gateway;
    this.progress = progress;
  }

  /** Does nothing where there is any incident already. */
  public void createInAnEmptyStore() throws IOException, InterruptedException {
    ApiClient admin = new ApiClient(gateway, ADMIN);
    if (!admin.get("/api/rooms?mine=false&limit=1").getJsonArray("items").isEmpty()) {
      return;
    }
    ApiClient supervisor = new ApiClient(gateway, SUPERVISOR);
    ApiClient maintenance = new ApiClient(gateway, MAINTENANCE);
    ApiClient engineer = new ApiClient(gateway, ENGINEER);
    String room = supervisor.post("/api/rooms", incident()).getString("room_id");
    String photo =
        maintenance
            .upload("/api/rooms/" + room + "/files", "oven-3.png", "image/png", OvenPhoto.png())
            .getString("file_id");
    talk(room, supervisor, maintenance, engineer, photo);
    progress.say("an example incident has been created");
  }

  private static JsonObject incident() {
    return new JsonObject()
        .put("title", "3 號線烤箱溫度異常 / Line 3 oven over temperature")
        .put("incident_type", "equipment_failure")
        .put("severity", "high")
        .put("location", "Line 3")
        .put(
            "description",
            "烤箱二區溫度超過上限,產品已停止投入。\nOven zone 2 is above its limit; feeding has been stopped.")
        .put(
            "members",
            new JsonArray()
                .add(member(MAINTENANCE, "EDITOR"))
                .add(member(ENGINEER, "EDITOR"))
                .add(member(QUALITY, "VIEWER")));
  }

  private static JsonObject member(String userId, String role) {
    return new JsonObject().put("user_id", userId).put("role", role);
  }

  private void talk(
      String room, ApiClient supervisor, ApiClient maintenance, ApiClient engineer, String photo) {
    try (RoomVoice wei = new RoomVoice(gateway, room, supervisor.token());
        RoomVoice mei = new RoomVoice(gateway, room, maintenance.token());
        RoomVoice john = new RoomVoice(gateway, room, engineer.token())) {
      wei.say("3 號線烤箱二區 85°C,上限 80°C,還在上升。@chen.mei 請立即檢查。");
      mei.say("收到,正在過去。先停止投料。");
      mei.report(readings(85, 120, 450));
      john.say("Quality here: hold everything that left zone 2 after 09:40, please.");
      mei.show("溫控器讀值與外接熱電偶差 6°C,懷疑熱電偶 AX-4012 鬆脫", photo);
      mei.report(readings(81, 119, 0));
      john.say("Agreed. 24 boards are on hold for inspection.");
      wei.say("熱電偶已重新鎖固,溫度開始下降 👍");
      mei.report(readings(75, 118, 0));
    }
  }

  private static JsonObject readings(int temperature, int pressure, int rate) {
    return new JsonObject()
        .put("temperature", temperature)
        .put("pressure", pressure)
        .put("production_rate", rate);
  }
}
