package org.andon.messaging.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.andon.messaging.support.Backing;
import org.junit.jupiter.api.Test;

/** The report as plain text. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class MarkdownReportTest extends ReportFixture {
  @Test
  void what_people_wrote_is_no_markup() {
    room.post(WEI, "# big\n    code\n[x](http://evil.example) <b>|</b> *a* `b`");

    String markdown = text("format=md&lang=en");

    assertThat(markdown)
        .contains("# Incident report\\: 3 號線烤箱溫度異常 \\<Oven \\& Co\\>")
        .contains("> \\# big\\\n> code\\\n> \\[x\\]\\(http\\:\\/\\/evil\\.example\\) \\<b\\>\\|");
  }

  @Test
  void it_tells_edits_deletions_and_the_checklist() {
    String[] ids = room.post(WEI, "before", "secret");
    room.edit(WEI, ids[0], "\"after\"");
    room.delete(WEI, ids[1]);

    String markdown = text("format=md&lang=en");

    assertThat(markdown)
        .contains("- [x] 關閉加熱器", "- [ ] 通知品保", "> Before\\\n> before", "> After\\\n> after")
        .contains("Deleted by ")
        .doesNotContain("secret");
  }
}
