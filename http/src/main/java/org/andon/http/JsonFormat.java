package org.andon.http;

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

/** Times with exactly three decimals, and no silent conversion of one type into another. */
@Singleton
class JsonFormat implements ObjectMapperCustomizer {
  private static final String MILLISECONDS_UTC = "yyyy-MM-dd'T'HH:mm:ss.SSSX";

  @Override
  public void customize(ObjectMapper mapper) {
    // Emoji as they are: written as two escapes, Jackson itself cannot read them in a name.
    mapper.getFactory().enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
    mapper
        .configOverride(Instant.class)
        .setFormat(Value.forPattern(MILLISECONDS_UTC).withTimeZone(TimeZone.getTimeZone("UTC")));
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    refuse(
        mapper,
        LogicalType.Textual,
        CoercionInputShape.Integer,
        CoercionInputShape.Float,
        CoercionInputShape.Boolean);
    refuse(mapper, LogicalType.Enum, CoercionInputShape.Integer, CoercionInputShape.EmptyString);
    refuse(
        mapper,
        LogicalType.Boolean,
        CoercionInputShape.Integer,
        CoercionInputShape.String,
        CoercionInputShape.EmptyString);
    refuse(
        mapper,
        LogicalType.Integer,
        CoercionInputShape.Float,
        CoercionInputShape.String,
        CoercionInputShape.EmptyString);
    refuse(mapper, LogicalType.Float, CoercionInputShape.String, CoercionInputShape.EmptyString);
  }

  private static void refuse(
      ObjectMapper mapper, LogicalType wanted, CoercionInputShape... foreign) {
    for (CoercionInputShape shape : foreign) {
      mapper.coercionConfigFor(wanted).setCoercion(shape, CoercionAction.Fail);
    }
  }
}
