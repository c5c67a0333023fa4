package org.andon.file.storage;

import io.quarkiverse.minio.client.OptionalHttpClientProducer;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * The connection to the store. Not the one of quarkus-minio: its metrics have a series for every
 * object. OkHttp would ask one host five things at once if nobody said otherwise.
 */
@Singleton
@Alternative
@Priority(1)
public class StoreHttp implements OptionalHttpClientProducer {
  /** As many as uploads and downloads there are likely to be; beyond it they take turns. */
  private static final int REQUESTS_AT_ONCE = 128;

  private final StoreMeters meters;

  StoreHttp(StoreMeters meters) {
    this.meters = meters;
  }

  @Override
  public Optional<OkHttpClient> apply(String clientName) {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .addInterceptor(meters)
            .build();
    client.dispatcher().setMaxRequests(REQUESTS_AT_ONCE);
    client.dispatcher().setMaxRequestsPerHost(REQUESTS_AT_ONCE);
    return Optional.of(client);
  }
}
