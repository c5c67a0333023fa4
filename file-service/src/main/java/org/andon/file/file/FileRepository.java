package org.andon.file.file;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files that are not deleted. */
@ApplicationScoped
class FileRepository implements PanacheRepositoryBase<StoredFile, UUID> {

  Optional<StoredFile> present(UUID fileId) {
    return find("fileId = ?1 and deletedAt is null", fileId).firstResultOptional();
  }

  /** Newest first, one more than the limit if there are more. By the index files_by_room. */
  List<StoredFile> list(UUID roomId, FileFilter filter) {
    StringBuilder conditions = new StringBuilder("roomId = :room and deletedAt is null");
    Parameters values = Parameters.with("room", roomId);
    if (filter.kind() != null) {
      conditions.append(" and kind = :kind");
      values = values.and("kind", filter.kind());
    }
    if (filter.text() != null) {
      conditions.append(" and fileName ilike :q escape '!'");
      values = values.and("q", containing(filter.text()));
    }
    if (filter.cursor() != null) {
      conditions.append(" and (uploadedAt, fileId) < (:time, :id)");
      values = values.and("time", filter.cursor().time()).and("id", filter.cursor().fileId());
    }
    return find(conditions + " order by uploadedAt desc, fileId desc", values)
        .range(0, filter.limit())
        .list();
  }

  private static String containing(String text) {
    return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }
}
