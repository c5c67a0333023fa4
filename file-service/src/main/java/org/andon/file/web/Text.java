package org.andon.file.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text that can be stored, counted in Unicode code points. Null is allowed. */
@Target({FIELD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Check.class)
public @interface Text {
  int max();

  /** Whether text of nothing but white space is refused. */
  boolean required() default false;

  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The check behind {@link Text}. */
  final class Check implements ConstraintValidator<Text, String> {
    private int max;
    private boolean required;

    @Override
    public void initialize(Text rule) {
      max = rule.max();
      required = rule.required();
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      String fault = text == null ? null : fault(text);
      if (fault != null) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
      }
      return fault == null;
    }

    private String fault(String text) {
      if (required && text.isBlank()) {
        return "must not be blank";
      }
      if (text.codePointCount(0, text.length()) > max) {
        return "must be at most " + max + " characters";
      }
      // PostgreSQL stores neither U+0000 nor half a surrogate pair.
      boolean storable = text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
      return storable ? null : "holds a character that is not text";
    }
  }
}
