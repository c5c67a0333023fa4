package org.andon.file.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.andon.file.testing.Images;
import org.andon.file.testing.Pdfs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PagePreviewTest {
  private static final int WIDTH = 160;

  @TempDir Path directory;

  @Test
  void a_page_is_drawn() throws Exception {
    byte[] preview = pages("30s", "128M").render(file(Pdfs.red(200, 400)), WIDTH);

    assertThat(Images.read(preview).getWidth()).isEqualTo(WIDTH);
    assertThat(drawing()).isEmpty();
  }

  @Test
  void a_page_that_unfolds_without_a_bound_costs_its_own_process() throws Exception {
    Path file = file(Pdfs.unfolding(400_000_000));

    assertThatThrownBy(() -> pages("30s", "128M").render(file, WIDTH))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("OutOfMemoryError");
    assertThat(drawing()).isEmpty();
  }

  @Test
  void a_page_without_an_end_is_ended() throws Exception {
    Path file = file(Pdfs.withoutEnd());

    assertThatThrownBy(() -> pages("2s", "128M").render(file, WIDTH))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("137");
    assertThat(drawing()).isEmpty();
  }

  @Test
  void why_a_page_cannot_be_drawn_is_told() throws Exception {
    Path file = file(Pdfs.locked());

    assertThatThrownBy(() -> pages("30s", "128M").render(file, WIDTH))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("InvalidPasswordException");
  }

  @Test
  void a_file_is_not_to_blame_for_a_process_that_cannot_start() throws Exception {
    Path file = file(Pdfs.red(200, 400));

    assertThatThrownBy(() -> pages("30s", "1").render(file, WIDTH))
        .isInstanceOf(PreviewException.Busy.class);
  }

  @Test
  void whoever_draws_knows_no_secrets() throws Exception {
    Path file = file(Pdfs.withoutEnd());
    try (ExecutorService makers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<byte[]> preview = makers.submit(() -> pages("10s", "128M").render(file, WIDTH));

      ProcessHandle drawing = await().until(PagePreviewTest::drawing, Optional::isPresent).get();

      assertThat(System.getenv()).isNotEmpty();
      assertThat(Path.of("/proc", String.valueOf(drawing.pid()), "environ")).isEmptyFile();
      drawing.destroyForcibly();
      assertThatThrownBy(preview::get).isInstanceOf(ExecutionException.class);
    }
  }

  @Test
  void a_drawing_does_not_outlive_the_service() throws Exception {
    Process drawing =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DrawPage.class.getName(),
                file(Pdfs.withoutEnd()).toString(),
                String.valueOf(WIDTH),
                "1000000")
            .start();

    drawing.getOutputStream().close();

    assertThat(drawing.waitFor(30, TimeUnit.SECONDS)).isTrue();
    drawing.destroyForcibly();
  }

  /** The process that draws at the moment. */
  private static Optional<ProcessHandle> drawing() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .filter(child -> child.info().commandLine().orElse("").contains(DrawPage.class.getName()))
        .findFirst();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(directory.resolve("page.pdf"), content);
  }

  private static PagePreview pages(String time, String memory) {
    return new PagePreview(PreviewConfigs.of(Map.of("page-time", time, "page-memory", memory)));
  }
}
