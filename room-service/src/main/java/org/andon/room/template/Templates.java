package org.andon.room.template;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.andon.http.CurrentUser;
import org.andon.http.Cursor;
import org.andon.http.Page;
import org.andon.http.PageRequest;
import org.andon.room.room.FieldRules;
import org.andon.room.room.FirstMember;

/** What people do with templates: everyone uses them, admins write them. */
@ApplicationScoped
class Templates {
  private final TemplateStore store;
  private final TemplateConfig config;
  private final FieldRules fieldRules;

  Templates(TemplateStore store, TemplateConfig config, FieldRules fieldRules) {
    this.store = store;
    this.config = config;
    this.fieldRules = fieldRules;
  }

  Page<Template> list(PageRequest request) {
    int limit = request.size();
    UUID after = Cursor.parse(request.cursor, 1, words -> UUID.fromString(words[0]));
    return Page.of(store.after(after, limit + 1), limit, last -> Cursor.of(last.templateId()));
  }

  Template get(UUID templateId) {
    return store.get(templateId).orElseThrow(() -> new TemplateException.NotFound(templateId));
  }

  Template create(PutTemplate request, CurrentUser user) {
    check(request, user);
    Template template = request.as(UuidCreator.getTimeOrderedEpoch(), 1);
    store.insert(template, user.id());
    return template;
  }

  /** Of two that replace the same version, one wins; who names no version is content with any. */
  Template replace(UUID templateId, PutTemplate request, CurrentUser user) {
    check(request, user);
    while (true) {
      long current = get(templateId).version();
      if (request.version() != null && request.version() != current) {
        throw new TemplateException.VersionConflict(current);
      }
      Template next = request.as(templateId, current + 1);
      if (store.replace(next)) {
        return next;
      }
    }
  }

  void delete(UUID templateId, CurrentUser user) {
    requireAdmin(user);
    if (!store.delete(templateId)) {
      throw new TemplateException.NotFound(templateId);
    }
  }

  private void check(PutTemplate request, CurrentUser user) {
    requireAdmin(user);
    FirstMember.requireOneRoleEach(request.firstMembers());
    requireAtMost(config.maxMembers(), "members", request.firstMembers());
    requireAtMost(config.maxChecklistItems(), "checklist", request.steps());
    fieldRules.check(request.readings());
    requireAtMost(config.maxAlarmLocations(), "alarm_locations", request.alarmsAt());
    AlarmLocations.check(request.alarmsAt(), request.firstMembers());
  }

  private static void requireAdmin(CurrentUser user) {
    if (!user.isAdmin()) {
      throw new TemplateException.Forbidden();
    }
  }

  private static void requireAtMost(int limit, String field, List<?> entries) {
    if (entries.size() > limit) {
      throw new TemplateException.TooMany(field, limit);
    }
  }
}
