package org.andon.dossier;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The events of a dossier, line by line. */
final class EventLines {
  /** A message has 64 KiB at the most, and its line some more. */
  private static final int MOST = 8 << 20;

  private static final long NO_NUMBER = -1;

  private final InputStream in;

  EventLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /**
   * @param number as the line itself says; -1 if it says none
   */
  record Line(long number, String sha256) {}

  /** Null at the end. */
  Line next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int one;
    while ((one = in.read()) >= 0) {
      line.write(one);
      if (one == '\n') {
        break;
      }
      if (line.size() > MOST) {
        throw new IOException("a line of more than " + MOST + " bytes");
      }
    }
    byte[] bytes = line.toByteArray();
    return bytes.length == 0 ? null : new Line(number(bytes), Sha256.hex(Sha256.of(bytes)));
  }

  private static long number(byte[] line) {
    try (JsonParser json = DossierFormat.JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return NO_NUMBER;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals("sequence_number")) {
          return value == JsonToken.VALUE_NUMBER_INT ? json.getLongValue() : NO_NUMBER;
        }
        json.skipChildren();
      }
      return NO_NUMBER;
    } catch (IOException _) {
      return NO_NUMBER;
    }
  }
}
