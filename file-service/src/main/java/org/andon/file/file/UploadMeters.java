package org.andon.file.file;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.function.Supplier;
import org.andon.file.access.AccessException;
import org.andon.file.scan.ScanException;
import org.andon.file.storage.StorageException;

/** What comes of uploads, and how large they are. */
@Startup
@ApplicationScoped
class UploadMeters {
  private static final String STORED = "stored";

  private final MeterRegistry registry;
  private final DistributionSummary size;

  UploadMeters(MeterRegistry registry) {
    this.registry = registry;
    this.size =
        DistributionSummary.builder("andon.upload.size")
            .baseUnit(BaseUnits.BYTES)
            .description("Of files that were stored")
            .register(registry);
    // Those of alerts from the start: Prometheus sees no increase in what begins with one.
    List.of(STORED, "store_away", "scanner_away", "infected", "busy", "failed")
        .forEach(this::uploads);
  }

  StoredFile counted(Supplier<StoredFile> upload) {
    try {
      StoredFile file = upload.get();
      uploads(STORED).increment();
      size.record(file.size);
      return file;
    } catch (RuntimeException e) {
      uploads(outcome(e)).increment();
      throw e;
    }
  }

  private Counter uploads(String outcome) {
    return Counter.builder("andon.uploads")
        .description("Files that were sent, by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }

  private static String outcome(RuntimeException failure) {
    return switch (failure) {
      case FileException refused -> outcome(refused);
      case ScanException.Infected infected -> "infected";
      case ScanException.ScannerAway away -> "scanner_away";
      case StorageException away -> "store_away";
      case AccessException forbidden -> "forbidden";
      case ConstraintViolationException invalid -> "invalid";
      default -> "failed";
    };
  }

  private static String outcome(FileException refused) {
    return switch (refused) {
      case FileException.TypeNotAccepted type -> "type_not_accepted";
      case FileException.TooLarge large -> "too_large";
      case FileException.RoomFull full -> "room_full";
      case FileException.DayUsedUp used -> "day_used_up";
      case FileException.TooManyAtOnce many -> "too_many_at_once";
      case FileException.Busy busy -> "busy";
      case FileException.TooSlow slow -> "too_slow";
      case FileException.MalformedForm form -> "malformed";
      case FileException.InvalidField field -> "invalid";
      case FileException.FileNotFound other -> "failed";
      case FileException.RangeNotSatisfiable other -> "failed";
      case FileException.TooManyDownloads other -> "failed";
    };
  }
}
