package org.andon.messaging.message;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.andon.messaging.message.GroupCommit.Answer;
import org.andon.messaging.message.GroupCommit.Outcome;
import org.andon.messaging.trace.Traces;
import org.jboss.logging.Logger;

/**
 * One thread that commits whatever waits for its rooms. While a commit is under way the next group
 * gathers, so the more there is to do, the fewer disk flushes each message costs.
 */
final class WriterLane implements Runnable {
  private static final Logger LOG = Logger.getLogger(WriterLane.class);
  private static final String DATA_EXCEPTION = "22";
  private static final String CONSTRAINT_VIOLATION = "23";

  private final GroupCommit group;
  private final EventFrames frames;
  private final CommitListener listener;
  private final CommitMeters meters;
  private final Traces traces;
  private final CommandQueue queue;

  /**
   * @param since in the nanoseconds of {@link System#nanoTime}
   * @param origin the span it was handed in by
   */
  record Submission(
      RoomCommand command, long since, SpanContext origin, CompletableFuture<Receipt> receipt) {
    void answer(Answer answer) {
      switch (answer) {
        case Answer.Done(Receipt done) -> receipt.complete(done);
        case Answer.Refused(WriteFailure why) -> receipt.completeExceptionally(why);
      }
    }
  }

  WriterLane(
      GroupCommit group,
      EventFrames frames,
      CommitListener listener,
      CommitMeters meters,
      Traces traces,
      CommandQueue queue) {
    this.meters = meters;
    this.traces = traces;
    this.group = group;
    this.frames = frames;
    this.listener = listener;
    this.queue = queue;
  }

  CompletableFuture<Receipt> submit(RoomCommand command) {
    Submission submission =
        new Submission(
            command, System.nanoTime(), Span.current().getSpanContext(), new CompletableFuture<>());
    if (!queue.offer(submission)) {
      submission.receipt().completeExceptionally(new WriteFailure.Unavailable(null));
    }
    return submission.receipt();
  }

  int waiting() {
    return queue.size();
  }

  @Override
  public void run() {
    List<Submission> taken = new ArrayList<>();
    try {
      while (true) {
        queue.take(taken);
        commitSafely(taken);
        taken.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The lane must outlive whatever happens: its rooms have no other. */
  private void commitSafely(List<Submission> submissions) {
    try {
      commit(submissions);
    } catch (Throwable e) {
      LOG.errorf(e, "a group of %d commands failed", submissions.size());
      refuse(submissions, new WriteFailure.Unavailable(e));
    }
  }

  private void commit(List<Submission> submissions) {
    try {
      Outcome outcome = outcome(submissions);
      announce(outcome, Origins.of(submissions, outcome.answers()));
      for (int i = 0; i < submissions.size(); i++) {
        submissions.get(i).answer(outcome.answers().get(i));
      }
    } catch (SQLException e) {
      failed(submissions, e);
    }
  }

  /** What fails in our own code is one command's doing as well: it fails alone. */
  private Outcome outcome(List<Submission> submissions) throws SQLException {
    List<RoomCommand> commands = submissions.stream().map(Submission::command).toList();
    Span span = traces.commit(submissions.stream().map(Submission::origin).toList());
    try (Scope unused = span.makeCurrent()) {
      return meters.committed(
          commands.size(), waited(submissions.getFirst()), () -> group.commit(commands));
    } catch (RuntimeException e) {
      LOG.errorf(e, "a group of %d commands could not be written", submissions.size());
      throw new SQLException(e.toString(), DATA_EXCEPTION, e);
    } catch (SQLException e) {
      span.setStatus(StatusCode.ERROR, "sql_state " + e.getSQLState());
      throw e;
    } finally {
      span.end();
    }
  }

  private static Duration waited(Submission submission) {
    return Duration.ofNanos(System.nanoTime() - submission.since());
  }

  /**
   * What is committed is acknowledged, come what may: an event that is not announced here is swept
   * up later.
   */
  private void announce(Outcome outcome, Origins origins) {
    try {
      listener.committed(
          outcome.written().stream().map(frames::event).map(origins::mark).toList(),
          outcome.publishedBefore());
    } catch (RuntimeException e) {
      LOG.errorf(e, "%d events were not announced at once", outcome.written().size());
    }
  }

  /** One bad command must not take its neighbours with it: then they are tried one by one. */
  private void failed(List<Submission> submissions, SQLException e) {
    // The driver's message quotes what was to be written: it is not for the log.
    LOG.warnf("a group of %d was not committed sql_state=%s", submissions.size(), e.getSQLState());
    meters.failed(isTheCommandsFault(e));
    if (!isTheCommandsFault(e)) {
      refuse(submissions, new WriteFailure.Unavailable(e));
    } else if (submissions.size() == 1) {
      refuse(submissions, new WriteFailure.NotStorable(e));
    } else {
      submissions.forEach(submission -> commit(List.of(submission)));
    }
  }

  private static boolean isTheCommandsFault(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith(DATA_EXCEPTION) || state.startsWith(CONSTRAINT_VIOLATION);
  }

  private static void refuse(List<Submission> submissions, WriteFailure failure) {
    submissions.forEach(submission -> submission.receipt().completeExceptionally(failure));
  }
}
