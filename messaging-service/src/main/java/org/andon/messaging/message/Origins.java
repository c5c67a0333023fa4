package org.andon.messaging.message;

import io.opentelemetry.api.trace.SpanContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.message.GroupCommit.Answer;

/** Which trace an event that was written belongs to: that of the command that asked for it. */
final class Origins {
  private final Map<Event, SpanContext> sampled = new HashMap<>();

  private record Event(UUID roomId, long sequenceNumber) {}

  static Origins of(List<WriterLane.Submission> submissions, List<Answer> answers) {
    Origins origins = new Origins();
    for (int i = 0; i < submissions.size(); i++) {
      origins.add(submissions.get(i), answers.get(i));
    }
    return origins;
  }

  private void add(WriterLane.Submission submission, Answer answer) {
    if (submission.origin().isSampled()
        && answer instanceof Answer.Done(Receipt receipt)
        && receipt.changed()) {
      sampled.put(
          new Event(submission.command().roomId(), receipt.sequenceNumber()), submission.origin());
    }
  }

  CommittedEvent mark(CommittedEvent event) {
    if (sampled.isEmpty()) {
      return event;
    }
    SpanContext origin = sampled.get(new Event(event.roomId(), event.sequenceNumber()));
    return origin == null ? event : event.from(origin);
  }
}
