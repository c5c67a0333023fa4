package org.andon.dossier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.andon.dossier.Cases.Step;
import org.andon.dossier.Cases.Text;

/** Writes the dossier of the cases, and does to it what a forger would. */
final class SampleDossier {
  private static final int MEBIBYTE = 1 << 20;

  private final Cases cases;

  SampleDossier(Cases cases) {
    this.cases = cases;
  }

  byte[] written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DossierWriter writer =
        new DossierWriter(
            out, cases.room(), Instant.parse(cases.madeAt()), cases.madeBy(), sealingKey());
    long number = 1;
    for (String event : cases.events()) {
      writer.event(number++, event.getBytes(UTF_8));
    }
    for (Text file : cases.files()) {
      byte[] content = file.text().getBytes(UTF_8);
      if (file.name().startsWith("files/")) {
        writer.stored(file.name(), new ByteArrayInputStream(content));
      } else {
        writer.text(file.name(), text -> text.write(content));
      }
    }
    cases.deletedFiles().forEach(writer::deleted);
    writer.finish();
    return out.toByteArray();
  }

  private SealingKey sealingKey() {
    try {
      byte[] seed = HexFormat.of().parseHex(cases.privateKey());
      return new SealingKey(
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)),
          new PublicSealingKey(cases.publicKey()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] after(List<Step> steps) throws IOException {
    Map<String, byte[]> entries = entries(written());
    for (Step step : steps) {
      change(entries, step);
    }
    byte[] zip = steps.isEmpty() ? written() : zip(entries);
    for (Step step : steps) {
      zip = changed(zip, step);
    }
    return zip;
  }

  private static void change(Map<String, byte[]> entries, Step step) {
    switch (step.op()) {
      case "line", "drop_line", "swap_lines", "insert_line" ->
          entries.compute("events.jsonl", (name, lines) -> changedLines(lines, step));
      case "content", "add" -> entries.put(step.file(), step.text().getBytes(UTF_8));
      case "add_zeros" -> entries.put(step.file(), new byte[step.mebibytes() * MEBIBYTE]);
      case "remove" -> entries.remove(step.file());
      case "hex" -> entries.put(step.file(), HexFormat.of().parseHex(step.text()));
      case "replace" ->
          entries.compute(
              step.file(),
              (name, text) ->
                  new String(text, UTF_8).replace(step.text(), step.by()).getBytes(UTF_8));
      case "truncate", "rename_raw" -> {}
      default -> throw new IllegalArgumentException(step.op());
    }
  }

  private static byte[] changedLines(byte[] text, Step step) {
    List<String> lines = new ArrayList<>(new String(text, UTF_8).lines().toList());
    int index = step.at() - 1;
    switch (step.op()) {
      case "line" -> lines.set(index, step.text());
      case "drop_line" -> lines.remove(index);
      case "swap_lines" -> Collections.swap(lines, index, step.with() - 1);
      case "insert_line" -> lines.add(index, step.text());
      default -> throw new IllegalArgumentException(step.op());
    }
    return (String.join("\n", lines) + "\n").getBytes(UTF_8);
  }

  /** What no ZIP library would do. */
  private static byte[] changed(byte[] zip, Step step) {
    return switch (step.op()) {
      case "truncate" -> Arrays.copyOf(zip, step.keep());
      case "rename_raw" ->
          new String(zip, ISO_8859_1).replace(step.from(), step.to()).getBytes(ISO_8859_1);
      default -> zip;
    };
  }

  static Map<String, byte[]> entries(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return out.toByteArray();
  }
}
