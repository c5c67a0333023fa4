package org.andon.messaging.fanout;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes events of another topic from frames of {@code incident.messages.v1}. */
interface Derivation {

  /**
   * Whether there may be something to tell, without parsing: in nearly all frames there is not.
   *
   * @param frame its bytes as Latin-1
   */
  boolean mayConcern(String frame);

  /**
   * The same events, with the same ids, whenever it is asked about the same frames.
   *
   * @throws SQLException if the database is away
   */
  List<ProducerRecord<String, byte[]>> events(List<ConsumerRecord<String, byte[]>> frames)
      throws SQLException, IOException;
}
