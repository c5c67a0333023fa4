package org.andon.messaging.presence;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the other pods who is with them as soon as this pod can hear the answer: what they said
 * before is lost to it.
 */
@ApplicationScoped
@Identifier("presence-in.rebalanced")
class PresenceIntroduction implements KafkaConsumerRebalanceListener {
  private final OtherPods others;

  PresenceIntroduction(OtherPods others) {
    this.others = others;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    others.greet();
  }
}
