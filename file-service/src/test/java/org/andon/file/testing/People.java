package org.andon.file.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Requests in the name of someone. */
public final class People {
  public static final String OWNER = "li.wei@plant.example";
  public static final String EDITOR = "chen.mei@plant.example";
  public static final String VIEWER = "wang.fang@plant.example";
  public static final String OUTSIDER = "john.doe@plant.example";
  public static final String ADMIN = "admin@plant.example";

  private People() {}

  public static RequestSpecification as(String userId) {
    return given().auth().oauth2(token(userId));
  }

  public static String token(String userId) {
    return token(userId, UUID.randomUUID());
  }

  public static String token(String userId, UUID session) {
    return Jwt.issuer("andon")
        .audience("andon")
        .subject(userId)
        .upn(userId)
        .groups(userId.equals(ADMIN) ? Set.of("user", "admin") : Set.of("user"))
        .claim("sid", session.toString())
        .expiresIn(Duration.ofMinutes(10))
        .sign();
  }
}
