package org.andon.auth;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * JSON as the contract has it: instants with exactly milliseconds, and no number taken for text.
 */
@Singleton
final class JsonFormat implements ObjectMapperCustomizer {

  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @Override
  public void customize(ObjectMapper mapper) {
    // Emoji as they are: written as two escapes, Jackson itself cannot read them in a name.
    mapper.getFactory().enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
    mapper.registerModule(
        new SimpleModule("andon").addSerializer(Instant.class, new InstantSerializer()));
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    var text = mapper.coercionConfigFor(LogicalType.Textual);
    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  private static final class InstantSerializer extends StdSerializer<Instant> {

    private static final long serialVersionUID = 1L;

    InstantSerializer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(MILLISECONDS.format(instant));
    }
  }
}
