package app.accord.agreement;

import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.RoomEvent;
import app.accord.room.live.Follower;
import app.accord.room.live.Journal;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up agreements when a session leaves them, and keeps the case's pages true. */
public final class AgreementFollower implements Follower {
  private static final Logger LOG = LoggerFactory.getLogger(AgreementFollower.class);

  /** Rooms come after those who follow them. */
  private volatile @Nullable TakingUp taking;

  void begin(TakingUp now) {
    taking = now;
  }

  @Override
  public void committed(
      RoomId room, CoupleId couple, PersonId therapist, List<Journal.Entry> entries) {
    @Nullable TakingUp now = taking;
    if (now == null) {
      return; // what is missed here is made up for when the therapist next looks
    }
    if (has(entries, RoomEvent.ExerciseEnded.class)) {
      done(room, now.from(therapist, room));
    }
    if (has(entries, RoomEvent.RoomClosed.class)) {
      CompletableFuture.delayedExecutor(SessionAgreements.SETTLED.toSeconds() + 1, TimeUnit.SECONDS)
          .execute(() -> done(room, now.from(therapist, room)));
    }
    if (entries.stream().map(Journal.Entry::event).anyMatch(AgreementFollower::isOnPages)) {
      done(room, now.tellPages(therapist, room));
    }
  }

  private static boolean isOnPages(RoomEvent event) {
    return switch (event) {
      case RoomEvent.AgreementTakenUp _,
          RoomEvent.AgreementMade _,
          RoomEvent.LookDaySet _,
          RoomEvent.ReviewOpened _,
          RoomEvent.AgreementEnded _ ->
          true;
      case RoomEvent _ -> false;
    };
  }

  private static boolean has(List<Journal.Entry> entries, Class<? extends RoomEvent> type) {
    return entries.stream().anyMatch(entry -> type.isInstance(entry.event()));
  }

  private static void done(RoomId room, Future<Void> what) {
    what.onFailure(
        failure -> LOG.warn("agreements are behind room={} why={}", room, failure.getMessage()));
  }
}
