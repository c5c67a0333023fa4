package org.andon.messaging.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.TimeZone;

/** Times are RFC 3339 in UTC, always with milliseconds; emoji are not escaped. */
@Singleton
class JsonTimes implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    // Emoji as they are: written as two escapes, Jackson itself cannot read them in a name.
    mapper.getFactory().enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
    mapper
        .configOverride(Instant.class)
        .setFormat(
            JsonFormat.Value.forPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
                .withTimeZone(TimeZone.getTimeZone("UTC")));
  }
}
