package org.andon.file.preview;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.andon.file.preview.PreviewException.Busy;
import org.andon.file.preview.PreviewException.NoPreview;
import org.andon.file.storage.ObjectRef;
import org.andon.file.storage.ObjectStorage;
import org.jboss.logging.Logger;

/**
 * Small JPEGs of images and of the first pages of PDFs. Each is made once, on a few threads of
 * their own, since unfolding would keep virtual threads from everybody else; and kept in the store.
 */
@ApplicationScoped
public class Previews {
  private static final Logger LOG = Logger.getLogger(Previews.class);
  private static final String JPEG = "image/jpeg";
  private static final long IDLE_SECONDS = 30;

  private final ObjectStorage storage;
  private final PreviewStates states;
  private final PreviewMeters meters;
  private final PreviewConfig config;
  private final SortedSet<Integer> widths;
  private final ImagePreview images;
  private final PagePreview pages;
  private final ThreadPoolExecutor makers;
  private final ConcurrentMap<String, CompletableFuture<byte[]>> making = new ConcurrentHashMap<>();

  Previews(
      ObjectStorage storage, PreviewStates states, PreviewMeters meters, PreviewConfig config) {
    this.meters = meters;
    this.storage = storage;
    this.states = states;
    this.config = config;
    this.widths = new TreeSet<>(config.widths());
    this.images = new ImagePreview(config);
    this.pages = new PagePreview(config);
    this.makers =
        new ThreadPoolExecutor(
            config.atOnce(),
            config.atOnce(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(config.waiting()),
            Thread.ofPlatform().name("preview-", 0).daemon().factory());
    makers.allowCoreThreadTimeOut(true);
    meters.watch(making);
  }

  /**
   * What a preview is made of.
   *
   * @param state null until it was tried
   */
  public record Source(ObjectRef object, String contentType, PreviewState state) {
    /** Whether there is one, or may be. */
    boolean isPossible() {
      boolean shown = contentType.startsWith("image/") || contentType.equals("application/pdf");
      return shown && state != PreviewState.IMPOSSIBLE;
    }
  }

  /** The widths there are, smallest first. */
  public SortedSet<Integer> widths() {
    return widths;
  }

  /** The smallest width there is that is not below this one; else the largest. */
  public int step(int width) {
    SortedSet<Integer> larger = widths.tailSet(width);
    return larger.isEmpty() ? widths.last() : larger.first();
  }

  public int defaultWidth() {
    return config.defaultWidth();
  }

  /** The key in the store of the preview that there is already. */
  public Optional<String> keyOf(Source source) {
    return source.state() == PreviewState.MADE
        ? Optional.of(source.object().previewKey(config.defaultWidth()))
        : Optional.empty();
  }

  /**
   * A JPEG. Blocks while it is being made.
   *
   * @param step one of the widths
   * @throws PreviewException if there is none, or none yet
   */
  public byte[] get(Source source, int step) {
    if (!source.isPossible()) {
      throw new NoPreview(null);
    }
    return storage
        .find(source.object().previewKey(step))
        .orElseGet(() -> await(start(source, step)));
  }

  /** Begins to make what will be asked for next, if there is room; whoever asks later, waits. */
  public void prepare(Source source) {
    if (source.isPossible() && source.state() == null) {
      var _ = start(source, config.defaultWidth());
    }
  }

  private byte[] await(CompletableFuture<byte[]> preview) {
    try {
      return preview.get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException x ? x : new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw new Busy(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy(e);
    }
  }

  private CompletableFuture<byte[]> start(Source source, int step) {
    String key = source.object().previewKey(step);
    CompletableFuture<byte[]> mine = new CompletableFuture<>();
    CompletableFuture<byte[]> running = making.putIfAbsent(key, mine);
    if (running != null) {
      return running;
    }
    try {
      makers.execute(() -> make(source, step, key, mine));
    } catch (RejectedExecutionException e) {
      making.remove(key);
      mine.completeExceptionally(new Busy(e));
    }
    return mine;
  }

  private void make(Source source, int step, String key, CompletableFuture<byte[]> result) {
    try {
      result.complete(made(source, step, key));
    } catch (NoPreview e) {
      result.completeExceptionally(e);
    } catch (RuntimeException | Error e) {
      LOG.warnf(
          "a preview has to wait: key=%s reason=%s", key, e.getCause() == null ? e : e.getCause());
      result.completeExceptionally(e);
    } finally {
      making.remove(key);
    }
  }

  private byte[] made(Source source, int step, String key) {
    // Whoever has asked for it may have looked just before another has made it.
    Optional<byte[]> meanwhile = storage.find(key);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    try {
      byte[] preview =
          storage.withCopy(
              source.object().key(), file -> meters.timed(() -> render(file, source, step)));
      storage.put(key, preview, JPEG);
      if (step == config.defaultWidth()) {
        states.write(source.object(), PreviewState.MADE);
      }
      return preview;
    } catch (NoPreview e) {
      LOG.infof("no preview: key=%s reason=%s", key, e.getCause());
      states.write(source.object(), PreviewState.IMPOSSIBLE);
      throw e;
    }
  }

  private byte[] render(Path file, Source source, int step) {
    try {
      return source.contentType().startsWith("image/")
          ? images.render(file, source.contentType(), step)
          : pages.render(file, step);
    } catch (Busy e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Decoders answer what is damaged with many kinds of exceptions.
      throw new NoPreview(e);
    }
  }

  @PreDestroy
  void stop() {
    makers.shutdownNow();
  }
}
