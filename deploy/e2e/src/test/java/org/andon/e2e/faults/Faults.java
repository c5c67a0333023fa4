package org.andon.e2e.faults;

import static org.andon.e2e.traffic.Activity.DELIVERY;
import static org.andon.e2e.traffic.Activity.DOWNLOAD;
import static org.andon.e2e.traffic.Activity.HISTORY;
import static org.andon.e2e.traffic.Activity.LOGIN;
import static org.andon.e2e.traffic.Activity.MESSAGE;
import static org.andon.e2e.traffic.Activity.NEWS;
import static org.andon.e2e.traffic.Activity.REFRESH;
import static org.andon.e2e.traffic.Activity.ROOM;
import static org.andon.e2e.traffic.Activity.SOCKET;
import static org.andon.e2e.traffic.Activity.UPLOAD;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.andon.e2e.traffic.Activity;

/** All that is broken on purpose. */
final class Faults {
  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration A_WHILE = Duration.ofSeconds(20);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private static final Set<Activity> CONVERSATION =
      Set.of(MESSAGE, DELIVERY, NEWS, SOCKET, HISTORY);
  private static final Set<Activity> SIGN_IN = Set.of(LOGIN, REFRESH);
  private static final Set<Activity> FILES = Set.of(UPLOAD, DOWNLOAD);
  private static final Set<Activity> ALL_ACTIVITIES = EnumSet.allOf(Activity.class);

  static final List<Fault> ALL =
      List.of(
          Outage.killed("auth-service", "kill-auth", "auth-service killed (`kill -9`)", SIGN_IN),
          Outage.killed("room-service", "kill-room", "room-service killed", Set.of(ROOM, NEWS)),
          Outage.killed("file-service", "kill-file", "file-service killed", FILES),
          Outage.killed(
              "messaging-service-2",
              "kill-messaging-pod",
              "one of two messaging pods killed",
              CONVERSATION),
          new Outage(
              "postgres-restart",
              "PostgreSQL restarted in order",
              AT_ONCE,
              ALL_ACTIVITIES,
              stack -> {
                stack.servers().stopPostgres();
                stack.servers().startPostgres();
              },
              stack -> {}),
          new Outage(
              "postgres-kill",
              "PostgreSQL killed, and started again",
              A_WHILE,
              ALL_ACTIVITIES,
              stack -> stack.servers().killPostgres(),
              stack -> stack.servers().startPostgres()),
          new Outage(
              "kafka-gone",
              "Kafka gone",
              A_MINUTE,
              Set.of(DELIVERY, NEWS),
              stack -> stack.servers().stopKafka(),
              stack -> stack.servers().startKafka()),
          new Outage(
              "store-gone",
              "object store gone",
              A_WHILE,
              FILES,
              stack -> stack.servers().stopObjectStore(),
              stack -> stack.servers().startObjectStore()),
          new Outage(
              "directory-gone",
              "directory refuses connections",
              A_WHILE,
              SIGN_IN,
              stack -> stack.servers().directory().stop(),
              stack -> stack.servers().directory().startAgain()),
          new Outage(
              "directory-hangs",
              "directory takes requests and answers none",
              A_WHILE,
              SIGN_IN,
              stack -> stack.wiring().directory().stall(),
              stack -> stack.wiring().directory().resume()),
          new Outage(
              "cut-kafka",
              "network between one messaging pod and Kafka cut",
              A_MINUTE,
              Set.of(DELIVERY, NEWS),
              stack -> stack.wiring().kafka().stall(),
              stack -> stack.wiring().kafka().resume()),
          new Outage(
              "cut-postgres",
              "network between one messaging pod and PostgreSQL cut",
              A_MINUTE,
              CONVERSATION,
              stack -> stack.wiring().postgres().stall(),
              stack -> stack.wiring().postgres().resume()),
          new FullDisk(
              "store-full",
              "the object store's disk full",
              A_WHILE,
              FILES,
              FaultyStack::storeDisk,
              stack -> {}),
          new FullDisk(
              "database-full",
              "PostgreSQL's disk full",
              A_WHILE,
              ALL_ACTIVITIES,
              FaultyStack::databaseDisk,
              stack -> stack.servers().startPostgresIfEnded()),
          new SlowClient(),
          new ConnectionStorm(),
          new WrongClock(
              "clock-ahead",
              "a messaging pod's clock 2 minutes ahead",
              A_WHILE,
              "messaging-service-2",
              "+120s"),
          new WrongClock(
              "clock-behind",
              "a messaging pod's clock 2 minutes behind",
              A_WHILE,
              "messaging-service-2",
              "-120s"),
          new WrongClock(
              "clock-auth",
              "auth-service's clock 2 minutes ahead",
              A_WHILE,
              "auth-service",
              "+120s"));

  private Faults() {}
}
