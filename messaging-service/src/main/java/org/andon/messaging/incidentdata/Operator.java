package org.andon.messaging.incidentdata;

import java.util.stream.Stream;

/** How a field is compared. */
enum Operator {
  EQUAL("=", "="),
  NOT_EQUAL("!=", "<>"),
  LESS("<", "<"),
  LESS_OR_EQUAL("<=", "<="),
  GREATER(">", ">"),
  GREATER_OR_EQUAL(">=", ">=");

  private final String sign;
  private final String sql;

  Operator(String sign, String sql) {
    this.sign = sign;
    this.sql = sql;
  }

  static Operator of(String sign) {
    return Stream.of(values()).filter(o -> o.sign.equals(sign)).findFirst().orElseThrow();
  }

  String sql() {
    return sql;
  }

  /** Whether it needs an order, rather than sameness alone. */
  boolean orders() {
    return this != EQUAL && this != NOT_EQUAL;
  }
}
