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

/** What a user id looks like: a mail address in lower case, at most 320 characters. */
public final class UserId {
  private UserId() {}

  /** The one spelling a person is known by. Null stays null. */
  public static String normalized(String userId) {
    return userId == null ? null : userId.strip().toLowerCase(Locale.ROOT);
  }

  /** A text that is a user id, in whatever case. Null is allowed. */
  @Target({FIELD, PARAMETER, RECORD_COMPONENT})
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = Check.class)
  public @interface Valid {
    String message() default "must be a user id: a mail address of at most 320 characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  /** The check behind {@link Valid}. */
  public static final class Check implements ConstraintValidator<Valid, String> {
    private static final int MAX_LENGTH = 320;

    /** Neither white space nor what {@link org.andon.http.Text#line} refuses. */
    private static final String PART = "[^\\s@\\p{Cc}\\p{Cs}\\u2028-\\u202E\\u2066-\\u2069]+";

    private static final Pattern SHAPE = Pattern.compile(PART + "@" + PART);

    @Override
    public boolean isValid(String userId, ConstraintValidatorContext context) {
      return userId == null || (userId.length() <= MAX_LENGTH && SHAPE.matcher(userId).matches());
    }
  }
}
