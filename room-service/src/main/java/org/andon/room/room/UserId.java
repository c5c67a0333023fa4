package org.andon.room.room;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.regex.Pattern;

/** A user id: the shape of a mail address, at most 320 characters. Null is allowed. */
@Target({FIELD, PARAMETER, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = UserId.Check.class)
public @interface UserId {
  String message() default "must be a user id: a mail address of at most 320 characters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The check behind {@link UserId}. */
  final class Check implements ConstraintValidator<UserId, String> {
    private static final int MAX_LENGTH = 320;
    private static final Pattern SHAPE =
        Pattern.compile("[^\\s@\\p{Cntrl}\\p{Cs}]+@[^\\s@\\p{Cntrl}\\p{Cs}]+");

    @Override
    public boolean isValid(String userId, ConstraintValidatorContext context) {
      return userId == null || (userId.length() <= MAX_LENGTH && SHAPE.matcher(userId).matches());
    }

    /** The one spelling a person is known by. */
    public static String normalized(String userId) {
      return userId == null ? null : userId.strip().toLowerCase(Locale.ROOT);
    }
  }
}
