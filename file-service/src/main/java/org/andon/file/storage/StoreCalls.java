package org.andon.file.storage;

import io.minio.MinioAsyncClient;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Calls of the store, waited for, with their errors told apart. */
final class StoreCalls {
  private static final Set<String> GONE = Set.of("NoSuchKey", "NoSuchUpload");

  private StoreCalls() {}

  @FunctionalInterface
  interface Call<T> {
    T run() throws MinioException, IOException, GeneralSecurityException;
  }

  static <T> T await(String key, Call<CompletableFuture<T>> call) {
    return run(key, () -> joined(call.run()));
  }

  static <T> T run(String key, Call<T> call) {
    try {
      return call.run();
    } catch (ErrorResponseException e) {
      throw GONE.contains(e.errorResponse().code())
          ? new StorageException.ObjectMissing(key, e)
          : new StorageException.Unavailable(e);
    } catch (MinioException | IOException | GeneralSecurityException e) {
      throw new StorageException.Unavailable(e);
    }
  }

  static void remove(MinioAsyncClient store, String bucket, String key) {
    var unused =
        await(
            key,
            () ->
                store.removeObject(RemoveObjectArgs.builder().bucket(bucket).object(key).build()));
  }

  private static <T> T joined(CompletableFuture<T> answer) throws MinioException, IOException {
    try {
      return answer.join();
    } catch (CompletionException e) {
      switch (cause(e)) {
        case MinioException x -> throw x;
        case IOException x -> throw x;
        default -> throw e;
      }
    }
  }

  /** The client wraps some of its errors twice. */
  private static Throwable cause(CompletionException e) {
    return e.getCause() instanceof CompletionException inner ? cause(inner) : e.getCause();
  }
}
