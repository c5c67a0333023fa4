package org.andon.file.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.andon.file.testing.Images;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePreviewTest {
  private static final int START_OF_SCAN = 0xDA;

  @TempDir Path directory;

  /** A JVM of so little memory that 50 megapixels do not fit, whatever they are kept as. */
  public static final class Program {
    private Program() {}

    public static void main(String[] args) throws IOException {
      byte[] preview =
          new ImagePreview(PreviewConfigs.of(Map.of())).render(Path.of(args[0]), args[1], 1920);
      System.out.println(
          "preview of " + ImageIO.read(new ByteArrayInputStream(preview)).getWidth());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void the_largest_image_that_is_taken_needs_a_part_of_its_pixels(String format) throws Exception {
    Path file = directory.resolve("large");
    BufferedImage image = new BufferedImage(10_000, 5_000, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(image, format, file.toFile());

    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx112m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                file.toString(),
                "image/" + format)
            .redirectErrorStream(true)
            .start();

    assertThat(new String(program.getInputStream().readAllBytes(), UTF_8))
        .contains("preview of 1920");
  }

  @Test
  void a_progressive_image_that_is_gone_over_again_and_again_is_not_shown() throws IOException {
    byte[] image = Images.progressive(400, 200);
    ImagePreview previews = new ImagePreview(PreviewConfigs.of(Map.of()));
    Path plain = Files.write(directory.resolve("plain.jpg"), image);
    Path often = Files.write(directory.resolve("often.jpg"), withLastScan(image, 101));

    assertThat(previews.render(plain, "image/jpeg", 160)).isNotEmpty();
    assertThatThrownBy(() -> previews.render(often, "image/jpeg", 160))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("scans");
  }

  @Test
  void a_progressive_image_that_has_to_be_kept_whole_may_have_fewer_pixels() throws IOException {
    Path file = Files.write(directory.resolve("a.jpg"), Images.progressive(400, 200));

    assertThatThrownBy(
            () ->
                new ImagePreview(PreviewConfigs.of(Map.of("max-pixels-unfolded", "79999")))
                    .render(file, "image/jpeg", 160))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too many pixels");
  }

  /** The same scan so many times more. */
  private static byte[] withLastScan(byte[] image, int times) {
    int scan = image.length - 2;
    while ((image[scan] & 0xFF) != 0xFF || (image[scan + 1] & 0xFF) != START_OF_SCAN) {
      scan--;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(image, 0, image.length - 2);
    for (int i = 0; i < times; i++) {
      bytes.write(image, scan, image.length - 2 - scan);
    }
    bytes.write(image, image.length - 2, 2);
    return bytes.toByteArray();
  }
}
