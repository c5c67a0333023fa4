package org.andon.room.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.room.room.Blueprint;
import org.andon.room.room.Blueprints;
import org.andon.room.room.FirstMember;
import org.andon.room.room.IncidentType;
import org.andon.room.room.ReadingField;
import org.andon.room.room.Severity;

/** One row a template, members and checklist too: whoever reads it sees all of one version. */
@ApplicationScoped
class TemplateStore implements Blueprints {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final DataSource database;
  private final ObjectMapper json;

  TemplateStore(DataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public Optional<Blueprint> find(UUID templateId) {
    return get(templateId).map(Template::blueprint);
  }

  /** By the index room_templates_by_alarm_location. */
  @Override
  public Optional<Blueprint> forAlarmsAt(String location) {
    List<String> matching = AlarmLocations.matching(location);
    return select("select * from room_templates where alarm_locations && ?", matching.toArray())
        .stream()
        .min(AlarmLocations.bestFor(matching))
        .map(Template::blueprint);
  }

  Optional<Template> get(UUID templateId) {
    return select("select * from room_templates where template_id = ?", templateId).stream()
        .findFirst();
  }

  /** In the order of their making, which no change moves: ids carry their time. */
  List<Template> after(UUID templateId, int limit) {
    return select(
        "select * from room_templates where template_id > ? order by template_id limit " + limit,
        templateId == null ? BEFORE_ALL : templateId);
  }

  void insert(Template template, String by) {
    update(
        """
        insert into room_templates (name, incident_type, severity, title, description, members,
          checklist, fields, alarm_locations, version, updated_at, created_by, template_id)
        values (?, ?, ?, ?, ?, ?::json, ?::json, ?::json, ?, ?, ?, ?, ?)
        """,
        template,
        by,
        template.templateId());
  }

  /** False if the template is not there, or no longer at the version before. */
  boolean replace(Template template) {
    return update(
        """
        update room_templates set name = ?, incident_type = ?, severity = ?, title = ?,
          description = ?, members = ?::json, checklist = ?::json, fields = ?::json, alarm_locations = ?,
          version = ?, updated_at = ?
        where template_id = ? and version = ?
        """,
        template,
        template.templateId(),
        template.version() - 1);
  }

  boolean delete(UUID templateId) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from room_templates where template_id = ?")) {
      delete.setObject(1, templateId);
      return delete.executeUpdate() > 0;
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }

  private boolean update(String sql, Template template, Object... further) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      int column = 0;
      update.setString(++column, template.name());
      update.setString(++column, template.incidentType().name());
      update.setString(++column, template.severity().name());
      update.setString(++column, template.title());
      update.setString(++column, template.description());
      update.setString(++column, json.writeValueAsString(template.members()));
      update.setString(++column, json.writeValueAsString(template.checklist()));
      update.setString(++column, json.writeValueAsString(template.fields()));
      update.setArray(
          ++column, connection.createArrayOf("text", template.alarmLocations().toArray()));
      update.setLong(++column, template.version());
      update.setObject(++column, OffsetDateTime.now(ZoneOffset.UTC));
      for (Object value : further) {
        update.setObject(++column, value);
      }
      return update.executeUpdate() > 0;
    } catch (SQLException e) {
      throw new StoreException(e);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param value an array for one of texts
   */
  private List<Template> select(String sql, Object value) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      if (value instanceof Object[] texts) {
        select.setArray(1, connection.createArrayOf("text", texts));
      } else {
        select.setObject(1, value);
      }
      List<Template> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(template(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new StoreException(e);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Template template(ResultSet row) throws SQLException, JsonProcessingException {
    return new Template(
        row.getObject("template_id", UUID.class),
        row.getString("name"),
        IncidentType.valueOf(row.getString("incident_type")),
        Severity.valueOf(row.getString("severity")),
        row.getString("title"),
        row.getString("description"),
        json.readValue(row.getString("members"), new TypeReference<List<FirstMember>>() {}),
        json.readValue(row.getString("checklist"), new TypeReference<List<Template.Step>>() {}),
        json.readValue(row.getString("fields"), new TypeReference<List<ReadingField>>() {}),
        List.of((String[]) row.getArray("alarm_locations").getArray()),
        row.getLong("version"));
  }

  /** The database failed. */
  private static final class StoreException extends RuntimeException {
    StoreException(SQLException cause) {
      super(cause);
    }
  }
}
