package org.andon.file.storage;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.minio.client.MiniosConfiguration;
import io.quarkiverse.minio.client.WithMetricsHttpClientProducer;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** The store is one host, of which OkHttp asks five things at once if nobody says otherwise. */
@Singleton
@Alternative
@Priority(1)
public class StoreHttp extends WithMetricsHttpClientProducer {
  /** As many as uploads and downloads there are likely to be; beyond it they take turns. */
  private static final int REQUESTS_AT_ONCE = 128;

  StoreHttp(MeterRegistry metrics, MiniosConfiguration config) {
    super(metrics, config);
  }

  @Override
  public Optional<OkHttpClient> apply(String clientName) {
    OkHttpClient client = super.apply(clientName).orElseGet(OkHttpClient::new);
    client.dispatcher().setMaxRequests(REQUESTS_AT_ONCE);
    client.dispatcher().setMaxRequestsPerHost(REQUESTS_AT_ONCE);
    return Optional.of(client);
  }
}
