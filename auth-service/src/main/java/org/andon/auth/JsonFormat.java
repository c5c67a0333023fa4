package org.andon.auth;

import com.fasterxml.jackson.annotation.JsonFormat.Value;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.TimeZone;

/**
 * JSON as the contract has it: instants with exactly milliseconds, and no number taken for text.
 */
@Singleton
final class JsonFormat implements ObjectMapperCustomizer {

  private static final String MILLISECONDS_UTC = "yyyy-MM-dd'T'HH:mm:ss.SSSX";

  @Override
  public void customize(ObjectMapper mapper) {
    // Emoji as they are: written as two escapes, Jackson itself cannot read them in a name.
    mapper.getFactory().enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
    mapper
        .configOverride(Instant.class)
        .setFormat(Value.forPattern(MILLISECONDS_UTC).withTimeZone(TimeZone.getTimeZone("UTC")));
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    var text = mapper.coercionConfigFor(LogicalType.Textual);
    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }
}
