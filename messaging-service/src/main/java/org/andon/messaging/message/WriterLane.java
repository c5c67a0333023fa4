package org.andon.messaging.message;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.andon.messaging.message.GroupCommit.Outcome;
import org.jboss.logging.Logger;

/**
 * One thread that commits whatever waits for its rooms. While a commit is under way the next group
 * gathers, so the more there is to do, the fewer disk flushes each message costs.
 */
final class WriterLane implements Runnable {
  private static final Logger LOG = Logger.getLogger(WriterLane.class);
  private static final String CONNECTION_EXCEPTION = "08";
  private static final String OPERATOR_INTERVENTION = "57";
  private static final String INSUFFICIENT_RESOURCES = "53";

  private final GroupCommit group;
  private final MessageFrames frames;
  private final CommitListener listener;
  private final int batch;
  private final BlockingQueue<Submission> queue;

  record Submission(NewMessage message, CompletableFuture<Receipt> receipt) {}

  WriterLane(
      GroupCommit group, MessageFrames frames, CommitListener listener, int batch, int capacity) {
    this.group = group;
    this.frames = frames;
    this.listener = listener;
    this.batch = batch;
    this.queue = new LinkedBlockingQueue<>(capacity);
  }

  CompletableFuture<Receipt> submit(NewMessage message) {
    Submission submission = new Submission(message, new CompletableFuture<>());
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
    List<Submission> taken = new ArrayList<>(batch);
    try {
      while (true) {
        taken.add(queue.take());
        queue.drainTo(taken, batch - 1);
        commit(taken);
        taken.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Submission> submissions) {
    try {
      Outcome outcome = group.write(submissions.stream().map(Submission::message).toList());
      announce(outcome);
      for (int i = 0; i < submissions.size(); i++) {
        submissions.get(i).receipt().complete(outcome.receipts().get(i));
      }
    } catch (SQLException e) {
      failed(submissions, e);
    } catch (RuntimeException e) {
      LOG.errorf(e, "a group of %d messages failed", submissions.size());
      refuse(submissions, new WriteFailure.Unavailable(e));
    }
  }

  /** What is committed is acknowledged, come what may: an event that is not announced here is swept up later. */
  private void announce(Outcome outcome) {
    try {
      listener.committed(
          outcome.written().stream().map(frames::posted).toList(), outcome.publishedBefore());
    } catch (RuntimeException e) {
      LOG.errorf(e, "%d events were not announced at once", outcome.written().size());
    }
  }

  /**
   * One bad message must not take its neighbours with it: they are tried one by one, unless the
   * store itself is away.
   */
  private void failed(List<Submission> submissions, SQLException e) {
    LOG.warnf("a group of %d messages was not committed: %s", submissions.size(), e.getMessage());
    if (isStoreAway(e)) {
      refuse(submissions, new WriteFailure.Unavailable(e));
    } else if (submissions.size() == 1) {
      refuse(submissions, new WriteFailure.Refused(e));
    } else {
      submissions.forEach(submission -> commit(List.of(submission)));
    }
  }

  private static boolean isStoreAway(SQLException e) {
    String state = e.getSQLState();
    return state == null
        || state.startsWith(CONNECTION_EXCEPTION)
        || state.startsWith(OPERATOR_INTERVENTION)
        || state.startsWith(INSUFFICIENT_RESOURCES);
  }

  private static void refuse(List<Submission> submissions, WriteFailure failure) {
    submissions.forEach(submission -> submission.receipt().completeExceptionally(failure));
  }
}
