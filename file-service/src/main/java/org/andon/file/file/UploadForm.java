package org.andon.file.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase.SizeLimitExceededException;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.UploadContext;

/**
 * The form of an upload, read as it arrives: one part {@code file}, at most one {@code
 * description}, in any order; other parts are passed over.
 *
 * @param contentType of the request: it says how the parts are told apart
 * @param maxBytes of all parts together
 */
record UploadForm(String contentType, InputStream body, long maxBytes) {
  /** A description of 5,000 code points, as UTF-8. */
  private static final int DESCRIPTION_BYTES = 4 * 5_000;

  /** A name of 255 code points may take 3 KiB, percent-encoded. */
  private static final int PART_HEADER_BYTES = 8 * 1024;

  /** What may follow the last boundary; some clients end with a line. */
  private static final int EPILOGUE_BYTES = 1024;

  /** What becomes of the file's bytes while they arrive. */
  interface Receiver {
    /**
     * @param name as the client sent it
     */
    void file(String name, Content content);
  }

  /** The bytes of the file's part. */
  interface Content {
    /** How many bytes were read; -1 at the end. */
    int read(byte[] buffer);
  }

  /** Reads the form to its end; the description, or null. */
  String read(Receiver receiver) {
    try {
      FileItemIterator parts = parser().getItemIterator(new Request());
      String description = null;
      boolean received = false;
      while (parts.hasNext()) {
        FileItemStream part = parts.next();
        switch (part.getFieldName()) {
          case "file" -> {
            if (received) {
              throw new FileException.InvalidField("file", "must be one file");
            }
            received = true;
            InputStream content = part.openStream();
            receiver.file(nameOf(part), buffer -> read(content, buffer));
          }
          case "description" -> description = text(part.openStream());
          case null, default -> {}
        }
      }
      if (!received) {
        throw new FileException.InvalidField("file", "is missing");
      }
      // A body that is read to its end leaves the connection fit for the next request.
      body.readNBytes(EPILOGUE_BYTES);
      return description;
    } catch (FileUploadException | IOException e) {
      throw unreadable(e);
    }
  }

  private static String nameOf(FileItemStream part) {
    try {
      return part.getName();
    } catch (InvalidFileNameException e) {
      // With a NUL in it; FileName makes it safe as it does with all control characters.
      return e.getName();
    }
  }

  private int read(InputStream content, byte[] buffer) {
    try {
      return content.read(buffer);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private FileException unreadable(Exception e) {
    return e.getCause() instanceof SizeLimitExceededException
        ? new FileException.TooLarge(maxBytes)
        : new FileException.MalformedForm();
  }

  private FileUpload parser() {
    FileUpload parser = new FileUpload();
    parser.setSizeMax(maxBytes);
    parser.setHeaderEncoding(UTF_8.name());
    parser.setPartHeaderSizeMax(PART_HEADER_BYTES);
    return parser;
  }

  private static String text(InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(DESCRIPTION_BYTES + 1);
    if (bytes.length > DESCRIPTION_BYTES) {
      throw new FileException.InvalidField("description", "is too long");
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FileException.InvalidField("description", "is not in UTF-8");
    }
  }

  private final class Request implements UploadContext {
    @Override
    public String getCharacterEncoding() {
      return UTF_8.name();
    }

    @Override
    public String getContentType() {
      return contentType;
    }

    @Override
    public int getContentLength() {
      return -1;
    }

    @Override
    public long contentLength() {
      return -1;
    }

    @Override
    public InputStream getInputStream() {
      return body;
    }
  }
}
