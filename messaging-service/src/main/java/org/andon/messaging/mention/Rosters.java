package org.andon.messaging.mention;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.andon.messaging.mention.People.KnownMember;
import org.andon.messaging.message.Roster;
import org.andon.messaging.message.WriteFailure;
import org.andon.messaging.room.Caller;

/** Who may be mentioned in a room, and what they are called. */
@ApplicationScoped
public class Rosters {
  private final AgroalDataSource dataSource;
  private final People people;
  private final Directory directory;

  Rosters(AgroalDataSource dataSource, People people, Directory directory) {
    this.dataSource = dataSource;
    this.people = people;
    this.directory = directory;
  }

  /**
   * A room's members as they are now, with the names that are known: members need not ever have
   * signed in. Blocks for a look-up; for a moment longer where names have to be asked for, with the
   * caller's token. Without the directory there are fewer names.
   *
   * @throws WriteFailure.Unavailable if the database is away
   */
  public Roster of(UUID roomId, Caller caller) {
    return new Roster(known(roomId, caller));
  }

  /** What a room's members are called, by user id; who has no known name is left out. As above. */
  public Map<String, String> names(UUID roomId, Caller caller) {
    return known(roomId, caller).stream()
        .filter(member -> member.displayName() != null)
        .collect(Collectors.toMap(Roster.Member::userId, Roster.Member::displayName));
  }

  private List<Roster.Member> known(UUID roomId, Caller caller) {
    try {
      List<KnownMember> members = members(roomId);
      Map<String, Optional<String>> told = ask(members, caller);
      return members.stream()
          .map(
              member ->
                  new Roster.Member(
                      member.userId(),
                      told.getOrDefault(member.userId(), Optional.ofNullable(member.displayName()))
                          .orElse(null)))
          .toList();
    } catch (SQLException e) {
      throw new WriteFailure.Unavailable(e);
    }
  }

  private List<KnownMember> members(UUID roomId) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return people.membersOf(connection, roomId);
    }
  }

  /** No connection is held meanwhile. */
  private Map<String, Optional<String>> ask(List<KnownMember> members, Caller caller)
      throws SQLException {
    List<String> stale =
        members.stream().filter(KnownMember::stale).map(KnownMember::userId).toList();
    Map<String, Optional<String>> told =
        stale.isEmpty() ? Map.of() : directory.names(stale, caller);
    if (!told.isEmpty()) {
      try (Connection connection = dataSource.getConnection()) {
        people.learn(connection, told);
      }
    }
    return told;
  }
}
