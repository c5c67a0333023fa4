package org.andon.file.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.andon.file.access.RoomAccess;
import org.andon.file.preview.Previews;
import org.andon.file.storage.PresignedUrls;
import org.andon.http.CurrentUser;
import org.andon.http.Page;

/** Gives files out, to members of their rooms. */
@ApplicationScoped
class FileLibrary {
  /** Of a question for a preview; larger ones than there are get the largest. */
  private static final int MAX_WIDTH = 4096;

  static final String PREVIEW_TYPE = "image/jpeg";

  private final FileRepository files;
  private final FileRegister register;
  private final RoomAccess access;
  private final Downloads downloads;
  private final PresignedUrls urls;
  private final Previews previews;

  FileLibrary(
      FileRepository files,
      FileRegister register,
      RoomAccess access,
      Downloads downloads,
      PresignedUrls urls,
      Previews previews) {
    this.files = files;
    this.register = register;
    this.previews = previews;
    this.access = access;
    this.downloads = downloads;
    this.urls = urls;
  }

  StoredFile find(UUID fileId, CurrentUser user) {
    StoredFile file = present(fileId);
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

  /** Has the preview made that the view will show next time, if there is none yet. */
  FileView view(StoredFile file) {
    Previews.Source source = source(file);
    previews.prepare(source);
    return FileView.of(
        file,
        urls.of(file.object().key(), file.contentType, file.name().asAttachment()),
        previews.keyOf(source).map(key -> urls.of(key, PREVIEW_TYPE, "inline")).orElse(null));
  }

  Download open(StoredFile file, ByteRange range, CurrentUser user) {
    return downloads.open(file, range, user.id());
  }

  /**
   * Which of the widths there are fits a question best.
   *
   * @param asked a number of pixels as it came, or null
   */
  int previewWidth(String asked) {
    try {
      int pixels = asked == null ? previews.defaultWidth() : Integer.parseInt(asked);
      if (pixels >= 1 && pixels <= MAX_WIDTH) {
        return previews.step(pixels);
      }
    } catch (NumberFormatException e) {
      // Answered below, as a number out of bounds is.
    }
    throw new FileException.InvalidField("width", "must be a number from 1 to " + MAX_WIDTH);
  }

  /**
   * A JPEG.
   *
   * @param step one of the widths there are
   */
  byte[] preview(StoredFile file, int step) {
    return previews.get(source(file), step);
  }

  /** Nothing serves the file from now on; its event follows. */
  void delete(UUID fileId, CurrentUser user) {
    StoredFile file = present(fileId);
    access.requireDelete(file.roomId, user, file.uploadedBy.equals(user.id()));
    if (!register.delete(file, user.id())) {
      throw new FileException.FileNotFound(fileId);
    }
  }

  private StoredFile present(UUID fileId) {
    return files.present(fileId).orElseThrow(() -> new FileException.FileNotFound(fileId));
  }

  private static Previews.Source source(StoredFile file) {
    return new Previews.Source(file.object(), file.contentType, file.preview);
  }
}
