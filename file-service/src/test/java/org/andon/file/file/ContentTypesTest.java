package org.andon.file.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.andon.file.file.ContentTypes.Detected;
import org.andon.file.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypesTest {
  private static final String LOG = "2026-11-22 03:00:00 3 號線烤箱溫度異常 85 度\r\n更換感測器\r\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run.bat",
        "report.html",
        "report.docx",
        "a.pdf.exe",
        "a.txt",
        "run.bat.",
        "a.log.1"
      })
  void a_name_that_says_another_type_is_not_taken(String name) throws IOException {
    assertThat(detect(name, Samples.pdf())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"scan.png,png", "scan.PNG,png", "photo.JPG,jpeg", "photo.jpeg,jpeg", "scan,png"})
  void a_name_that_fits_or_says_nothing_is_taken(String name, String format) throws IOException {
    assertThat(detect(name, Samples.image(format, 8, 8)))
        .contains(new Detected("image/" + format, FileKind.IMAGE));
  }

  @Test
  void a_document_that_is_mostly_a_table_of_its_parts_is_not_read() throws IOException {
    byte[] document =
        Samples.zip(Map.of("[Content_Types].xml", "<Types/>", "word/document.xml", "<x/>"), 70);

    assertThat(detect("a.docx", document)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a.docx,true", "a,true", "a.xlsx,false", "a.dotm,false"})
  void office_documents_keep_their_extension(String name, boolean taken) throws IOException {
    byte[] document =
        Samples.zip(Map.of("[Content_Types].xml", "<Types/>", "word/document.xml", "<x/>"));

    assertThat(detect(name, document).isPresent()).isEqualTo(taken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.document.MACROENABLED.main+xml",
        "application/vnd.ms-word.document.macro&#69;nabled.main+xml",
        "application/vnd.ms-office.vbaProject"
      })
  void documents_with_macros_are_not_taken_wherever_the_macros_are(String type) throws IOException {
    String types =
        "<Types><Override PartName=\"/word/x.bin\" ContentType=\"" + type + "\"/></Types>";

    assertThat(
            detect(
                "report.docx",
                Samples.zip(Map.of("[Content_Types].xml", types, "word/document.xml", "<x/>"))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic/Standard/Module1.xml", "Scripts/python/a.py", "basic/x.xml"})
  void open_documents_with_macros_are_not_taken_either(String part) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    assertThat(detect("report.odt", Samples.zip(parts))).isPresent();

    parts.put(part, "<x/>");

    assertThat(detect("report.odt", Samples.zip(parts))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5000,100,true", "20000000,100,true", "5000,17000,false"})
  void a_container_is_read_however_large_unless_it_is_mostly_a_table_of_its_parts(
      int bytes, int others, boolean taken) throws IOException {
    byte[] document = Samples.ole2("WordDocument", bytes, others);

    assertThat(detect("report.doc", document).isPresent()).isEqualTo(taken);
  }

  @Test
  void documents_whose_types_cannot_be_read_are_not_taken() throws IOException {
    byte[] document =
        Samples.zip(Map.of("[Content_Types].xml", "<Types>", "word/document.xml", "<x/>"));

    assertThat(detect("report.docx", document)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "Big5", "UTF-16LE", "UTF-16BE", "GB18030", "Shift_JIS"})
  void a_log_may_be_in_the_charset_of_its_machine(String charset) throws IOException {
    String text = charset.equals("Shift_JIS") ? "2026-11-22 03:00 温度異常 85\r\n" : LOG;

    assertThat(detect("oven.log", text.getBytes(Charset.forName(charset))))
        .contains(new Detected("text/plain", FileKind.TEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%% start of shift\n85\n",
        "From: oven 3\n85\n",
        "#!/bin/oven\n",
        "\u001B[31mhot\n"
      })
  void a_log_may_begin_like_something_else(String text) throws IOException {
    assertThat(detect("oven.txt", text.getBytes(US_ASCII)))
        .contains(new Detected("text/plain", FileKind.TEXT));
  }

  @ParameterizedTest
  @CsvSource({
    "server.log.1,text/plain",
    "server.log.2026-11-22,text/plain",
    "SERVER.LOG,text/plain",
    "values.csv.2,text/csv"
  })
  void a_log_may_be_a_rotated_one(String name, String type) throws IOException {
    assertThat(detect(name, LOG.getBytes(UTF_8))).contains(new Detected(type, FileKind.TEXT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"server.log.bat", "server.1", "log"})
  void only_a_name_says_that_bytes_of_no_clear_type_are_text(String name) throws IOException {
    assertThat(detect(name, LOG.getBytes(UTF_16LE))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 4_096, 200_000})
  void binary_data_is_no_log(int size) throws IOException {
    byte[] data = new byte[size];
    new Random(size).nextBytes(data);

    assertThat(detect("data.log", data)).isEmpty();
  }

  @Test
  void binary_data_behind_a_line_of_text_is_no_log() throws IOException {
    byte[] data = "%% start of shift\n\u0000\u0001\u0002\u0003".getBytes(US_ASCII);

    assertThat(detect("data.log", data)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body/></html>",
        "<?xml version=\"1.0\"?><a/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
      })
  void markup_is_no_log(String text) throws IOException {
    assertThat(detect("page.log", text.getBytes(UTF_8))).isEmpty();
  }

  private Optional<Detected> detect(String name, byte[] content) throws IOException {
    return ContentTypes.detect(Files.write(folder.resolve("arrived"), content), name);
  }
}
