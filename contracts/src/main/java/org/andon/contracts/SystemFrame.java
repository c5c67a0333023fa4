package org.andon.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Something happened to the room itself; stored as a message of type {@code system}. On the
 * WebSocket and on {@link TopicNames#MESSAGES}: the same bytes. What an event does not need is
 * absent.
 *
 * @param type always {@code system}
 * @param sequenceNumber the room's gapless number
 * @param event {@code room_created}, {@code room_updated}, {@code room_status_changed}, {@code
 *     member_added}, {@code member_removed}, {@code role_changed}, {@code ownership_transferred},
 *     {@code dossier_made}, {@code alarm_raised} or {@code alarm_cleared}
 * @param userId who did it
 * @param from status before, as {@code to} is the status after
 * @param note the resolution notes
 * @param changes field name to its values {@code from} and {@code to}
 * @param memberId whom it was done to, with their {@code role}
 * @param alarm what the plant system said: {@code alarm_id}, {@code text}, and where it told them
 *     {@code severity} and {@code readings}
 * @param members all of a new room's first members
 * @param outOfBounds values of {@code alarm}'s readings beyond the room's limits when it was told
 * @param wrongType names of those of its readings that are not of the type the room expected
 */
public record SystemFrame(
    String type,
    UUID roomId,
    long sequenceNumber,
    UUID messageId,
    String event,
    String userId,
    Instant timestamp,
    String from,
    String to,
    String note,
    Map<String, Object> changes,
    String memberId,
    String role,
    List<IncidentRoom.Member> members,
    Map<String, Object> alarm,
    List<OutOfBounds> outOfBounds,
    List<String> wrongType) {}
