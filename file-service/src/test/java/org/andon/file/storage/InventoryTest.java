package org.andon.file.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.MinioAsyncClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.StoreUploads;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class InventoryTest {
  @Inject Inventory inventory;
  @Inject MinioAsyncClient client;

  @Test
  void uploads_that_nobody_ends_are_given_up_however_many_there_are() {
    StoreUploads uploads = new StoreUploads(client);
    UUID room = UUID.randomUUID();
    for (int i = 0; i < 5; i++) {
      uploads.begin("rooms/" + room + "/" + UUID.randomUUID());
    }

    inventory.abortUploads(Instant.now().minus(Duration.ofHours(1)), 2);
    assertThat(uploads.begun("rooms/" + room)).hasSize(5);

    inventory.abortUploads(Instant.now().plus(Duration.ofHours(1)), 2);
    assertThat(uploads.begun("rooms/" + room)).isEmpty();
  }
}
