package org.andon.messaging.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.andon.messaging.report.Cover.Person;
import org.andon.messaging.report.Cover.Todo;
import org.andon.messaging.report.Row.Value;

/** A report as Markdown (CommonMark with tables), in which nobody's text is markup. */
final class MarkdownReport {
  private final Story story;
  private final Words words;
  private final Writer out;

  private MarkdownReport(Story story, Writer out) {
    this.story = story;
    this.words = story.words();
    this.out = out;
  }

  static void write(Story story, Writer out) throws IOException {
    new MarkdownReport(story, out).write();
  }

  private void write() throws IOException {
    Cover cover = story.cover();
    line("# " + Markdown.inline(words.word("title") + ": " + cover.title()));
    line(Markdown.inline(cover.written()));
    heading("facts");
    table(List.of("", ""), cover.facts().stream().map(f -> List.of(f.name(), f.value())).toList());
    List<Row> marked = story.marked();
    if (!marked.isEmpty()) {
      heading("marks");
      entries(marked);
    }
    summary(cover);
    people(cover.people());
    checklist(cover.checklist());
    readings(cover);
    heading("timeline");
    while (story.hasRows()) {
      entries(story.rows());
    }
    line(Markdown.inline(words.word("end")));
  }

  private void summary(Cover cover) throws IOException {
    if (!cover.summary().isEmpty()) {
      heading("summary");
      for (Value part : cover.summary()) {
        line("### " + Markdown.inline(part.name()));
        line(Markdown.quoted(part.value()));
      }
    }
  }

  private void people(List<Person> people) throws IOException {
    heading("people");
    table(
        names("person.name", "person.id", "person.role", "person.since"),
        people.stream().map(p -> List.of(p.name(), p.userId(), p.role(), p.since())).toList());
  }

  private void checklist(List<Todo> checklist) throws IOException {
    if (!checklist.isEmpty()) {
      heading("checklist");
      for (Todo todo : checklist) {
        String by = todo.by() == null ? "" : " (" + todo.by() + ")";
        out.write("- [" + (todo.done() ? "x" : " ") + "] " + Markdown.inline(todo.text() + by));
        out.write("\n");
      }
      out.write("\n");
    }
  }

  private void readings(Cover cover) throws IOException {
    if (!cover.charts().isEmpty()) {
      heading("readings");
      table(
          names(
              "reading.field",
              "reading.count",
              "reading.min",
              "reading.max",
              "reading.last",
              "reading.limits",
              "reading.outOfBounds"),
          cover.charts().stream()
              .map(
                  c ->
                      List.of(
                          c.field(),
                          c.count(),
                          c.min(),
                          c.max(),
                          c.last(),
                          c.limits(),
                          c.outOfBounds()))
              .toList());
      if (cover.moreReadings() != null) {
        line(Markdown.inline(cover.moreReadings()));
      }
    }
  }

  private void entries(List<Row> rows) throws IOException {
    for (Row row : rows) {
      entry(row);
    }
  }

  private void entry(Row row) throws IOException {
    line("### " + Markdown.inline(row.number() + " · " + row.time() + " · " + row.who()));
    inline(row.mark());
    inline(row.replyTo());
    inline(row.deleted());
    if (row.text() != null) {
      line(Markdown.quoted(row.text()));
    }
    if (!row.values().isEmpty()) {
      table(
          List.of("", ""),
          row.values().stream().map(v -> List.of(v.name(), valueAndFound(v))).toList());
    }
    if (row.file() != null) {
      inline(row.file().name());
      inline(row.file().sha256() == null ? null : "SHA-256 " + row.file().sha256());
    }
    for (Row.Edit edit : row.edits()) {
      inline(edit.said());
      if (edit.before() != null) {
        line(Markdown.quoted(words.word("entry.before") + "\n" + edit.before()));
        line(Markdown.quoted(words.word("entry.after") + "\n" + edit.after()));
      }
    }
    if (!row.reactions().isEmpty()) {
      inline(row.reactions());
    }
  }

  private static String valueAndFound(Value value) {
    return value.found() == null ? value.value() : value.value() + " (" + value.found() + ")";
  }

  private List<String> names(String... keys) {
    return List.of(keys).stream().map(words::word).toList();
  }

  private void heading(String key) throws IOException {
    line("## " + Markdown.inline(words.word(key)));
  }

  private void inline(String text) throws IOException {
    if (text != null) {
      line(Markdown.inline(text));
    }
  }

  private void table(List<String> columns, List<List<String>> rows) throws IOException {
    out.write(Markdown.cells(columns));
    out.write("|" + " --- |".repeat(columns.size()) + "\n");
    for (List<String> row : rows) {
      out.write(Markdown.cells(row));
    }
    out.write("\n");
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write("\n\n");
  }
}
