package org.andon.http;

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

  /** Whether it is a name or title: no control characters, and none that turn what follows. */
  boolean line() default false;

  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The check behind {@link Text}. */
  final class Check implements ConstraintValidator<Text, String> {
    private int max;
    private boolean required;
    private boolean line;

    @Override
    public void initialize(Text rule) {
      max = rule.max();
      required = rule.required();
      line = rule.line();
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
      // Stripped, as it will be kept: a line that was pasted may end in a line break.
      boolean sound =
          text.codePoints().allMatch(Check::isStorable)
              && (!line || text.strip().codePoints().noneMatch(Check::isDeceptive));
      return sound ? null : "holds a character that is not text";
    }

    /** A text as a line: what no line may hold becomes a space. */
    public static String asLine(String text) {
      return text.codePoints()
          .map(character -> isDeceptive(character) ? ' ' : character)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }

    /** PostgreSQL stores neither U+0000 nor half a surrogate pair. */
    private static boolean isStorable(int character) {
      return character != 0 && (character < 0xD800 || character > 0xDFFF);
    }

    /** Control characters, line breaks, and the marks that show a text in another order. */
    private static boolean isDeceptive(int character) {
      return Character.isISOControl(character)
          || (character >= 0x2028 && character <= 0x202E)
          || (character >= 0x2066 && character <= 0x2069);
    }
  }
}
