package org.andon.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceJvmTest {
  @TempDir private Path application;
  private ServiceJvm jvm;

  @BeforeEach
  void aServiceThatWasBuilt() {
    jvm = new ServiceJvm(new AotCache(application), List.of("-Xmx64m"));
  }

  @Test
  void withoutACacheTheServiceStartsAsItIs() {
    assertThat(jvm.command(false))
        .contains("-Xmx64m", application.resolve("quarkus-run.jar").toString())
        .noneMatch(option -> option.startsWith("-XX:AOT"));
  }

  @Test
  void aCacheBesideTheJarIsUsed() throws IOException {
    Path cache = Files.createFile(application.resolve("app.aot"));

    assertThat(jvm.command(false)).contains("-XX:AOTCache=" + cache);
  }

  @Test
  void aRecordedRunUsesNoOlderCacheAndHasNoLimitThatItsRecordingWouldExceed() throws IOException {
    Path cache = Files.createFile(application.resolve("app.aot"));

    assertThat(jvm.command(true))
        .contains("-XX:AOTMode=record")
        .doesNotContain("-XX:AOTCache=" + cache)
        .noneMatch(option -> option.contains("MaxMetaspaceSize"));
  }
}
