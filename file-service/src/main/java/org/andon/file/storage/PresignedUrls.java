package org.andon.file.storage;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import io.minio.http.Method;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** URLs by which a browser fetches an object from the store itself, for a short time. */
@ApplicationScoped
public class PresignedUrls {
  private final MinioClient signer;
  private final StorageConfig config;

  PresignedUrls(
      StorageConfig config,
      @ConfigProperty(name = "quarkus.minio.access-key") String accessKey,
      @ConfigProperty(name = "quarkus.minio.secret-key") String secretKey,
      @ConfigProperty(name = "quarkus.minio.region") String region) {
    this.config = config;
    // With the region given, signing needs no call: the public address need not be ours to reach.
    this.signer =
        MinioClient.builder()
            .endpoint(config.publicEndpoint().toString())
            .region(region)
            .credentials(accessKey, secretKey)
            .build();
  }

  /** What the store is to answer is signed too, so a URL cannot be bent into showing a page. */
  public String of(String key, String contentType, String contentDisposition) {
    try {
      return signer.getPresignedObjectUrl(
          GetPresignedObjectUrlArgs.builder()
              .method(Method.GET)
              .bucket(config.bucket())
              .object(key)
              .expiry(Math.toIntExact(config.urlLifetime().toSeconds()))
              .extraQueryParams(
                  Map.of(
                      "response-content-type", contentType,
                      "response-content-disposition", contentDisposition))
              .build());
    } catch (MinioException | IOException | GeneralSecurityException e) {
      throw new StorageException.Unavailable(e);
    }
  }
}
