package org.andon.file.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.andon.file.access.RoomAccess;
import org.andon.file.storage.ObjectStorage;
import org.andon.file.storage.PresignedUrls;
import org.andon.file.web.CurrentUser;
import org.andon.file.web.Page;

/** Gives files out, to members of their rooms. */
@ApplicationScoped
class FileLibrary {
  private final FileRepository files;
  private final RoomAccess access;
  private final ObjectStorage storage;
  private final PresignedUrls urls;

  FileLibrary(FileRepository files, RoomAccess access, ObjectStorage storage, PresignedUrls urls) {
    this.files = files;
    this.access = access;
    this.storage = storage;
    this.urls = urls;
  }

  StoredFile find(UUID fileId, CurrentUser user) {
    StoredFile file =
        files.present(fileId).orElseThrow(() -> new FileException.FileNotFound(fileId));
    access.requireRead(file.roomId, user);
    return file;
  }

  Page<FileView> list(UUID roomId, FileFilter filter, CurrentUser user) {
    access.requireRead(roomId, user);
    List<StoredFile> found = files.list(roomId, filter);
    boolean more = found.size() > filter.limit();
    List<StoredFile> shown = more ? found.subList(0, filter.limit()) : found;
    String next = more ? FileCursor.after(shown.getLast()).encoded() : null;
    return new Page<>(
        shown.stream().map(this::view).toList(), new Page.Pagination(filter.limit(), more, next));
  }

  FileView view(StoredFile file) {
    return FileView.of(
        file, urls.of(file.objectKey(), file.contentType, file.name().asAttachment()));
  }

  InputStream open(StoredFile file, ByteRange range) {
    return storage.get(file.objectKey(), range.first(), range.length());
  }
}
