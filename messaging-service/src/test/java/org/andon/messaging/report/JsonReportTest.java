package org.andon.messaging.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.andon.messaging.support.Backing;
import org.junit.jupiter.api.Test;

/** The report for programs. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class JsonReportTest extends ReportFixture {
  @Test
  void it_is_as_its_schema_says_whatever_is_in_it() throws IOException {
    String[] ids = room.post(WEI, "before", "secret");
    room.edit(WEI, ids[0], "\"after\"");
    room.delete(WEI, ids[1]);
    room.react(MEI, ids[0], "👍");
    room.postPhoto(MEI, "photo", photo);
    room.postData(WEI, "{\"temperature\":245.5}");

    String report = text("format=json");

    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                    getClass().getClassLoader().getResourceAsStream("schemas/report.v1.json"))
                .validate(report, InputFormat.JSON))
        .isEmpty();
    JsonNode timeline = new ObjectMapper().readTree(report).get("timeline");
    assertThat(timeline.findValuesAsText("sequence_number")).isSorted().hasSize(4);
    assertThat(timeline.get(0).at("/edits/0/before").asText()).isEqualTo("before");
    assertThat(timeline.get(1).get("content").isNull()).isTrue();
    assertThat(report).doesNotContain("secret");
  }
}
