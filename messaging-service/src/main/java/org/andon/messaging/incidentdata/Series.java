package org.andon.messaging.incidentdata;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Numbers of a field over time, for a chart; buckets without a number are left out. */
record Series(String field, String bucket, List<Point> points) {
  /**
   * @param t where the bucket begins
   * @param n how many numbers
   * @param avg with 16 digits
   * @param last the one measured last
   */
  record Point(
      Instant t, long n, BigDecimal min, BigDecimal max, BigDecimal avg, BigDecimal last) {}
}
