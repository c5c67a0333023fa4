package org.andon.file.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimelyStreamTest {
  private static final byte[] BODY = {1, 2, 3};

  @Test
  void what_arrives_in_time_is_passed_on() throws Exception {
    try (var body = new TimelyStream(new ByteArrayInputStream(BODY), Duration.ofMinutes(1))) {
      assertThat(body.readAllBytes()).isEqualTo(BODY);
    }
  }

  @Test
  void what_comes_too_late_ends_the_upload_whatever_part_it_is_of() throws Exception {
    try (var body = new TimelyStream(new ByteArrayInputStream(BODY), Duration.ofSeconds(-1))) {
      assertThatThrownBy(body::read).isInstanceOf(FileException.TooSlow.class);
      assertThatThrownBy(body::readAllBytes).isInstanceOf(FileException.TooSlow.class);
    }
  }
}
