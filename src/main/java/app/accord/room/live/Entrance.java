package app.accord.room.live;

import app.accord.kernel.RoomId;
import app.accord.room.Frames;
import app.accord.room.Seat;
import app.accord.room.live.Recent.Past;
import app.accord.room.live.ToRoom.Join;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives somebody who comes in what they lack. Listen first, read the journal second: the other
 * order loses whatever is said in between.
 */
final class Entrance {
  /** More than this is sent as a whole, which the client folds anew. */
  static final int MOST_MISSED = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

  private final RoomId room;
  private final Shared shared;
  private final Executor loop;

  Entrance(RoomId room, Shared shared, Executor loop) {
    this.room = room;
    this.shared = shared;
    this.loop = loop;
  }

  /**
   * Welcomes a member who already listens.
   *
   * @param seen who is here, as the seat may know it
   */
  void welcome(Join join, RoomMemory memory, Function<Seat, Map<Seat, Boolean>> seen) {
    Member member = join.member();
    long n = memory.lines().at(member.seat());
    boolean resumes = resumes(join, memory, n);
    long after = resumes && join.after() != null ? join.after() : 0;
    past(member, memory, after, n)
        .onComplete(
            past -> begin(member, memory, n, resumes, past, seen),
            failure -> {
              LOG.warn("no welcome room={} why={}", room, failure.getMessage());
              member.end(CloseCode.GOING_DOWN);
            });
  }

  /** A number counts only in the journal that it was told in: a restored backup has another. */
  private static boolean resumes(Join join, RoomMemory memory, long n) {
    return join.after() != null
        && memory.epoch().equals(join.epoch())
        && join.after() <= n
        && n - join.after() <= MOST_MISSED;
  }

  /** From memory by audience, or else from the journal under the member's own policies. */
  private Future<List<Past>> past(Member member, RoomMemory memory, long after, long n) {
    Optional<List<Past>> recent = memory.recent().since(member.seat(), after, n);
    return recent.isPresent()
        ? Future.succeededFuture(recent.get())
        : shared
            .inTime(shared.journal().read(room, member.person(), member.seat(), after))
            .map(read -> read.stream().filter(event -> event.n() <= n).map(Entrance::past).toList())
            .transform(
                result -> {
                  Promise<List<Past>> promise = Promise.promise();
                  loop.execute(() -> promise.handle(result));
                  return promise.future();
                });
  }

  private static Past past(Journal.Numbered event) {
    return new Past(event.n(), Frames.body(event.by(), event.event(), event.at()));
  }

  private void begin(
      Member member,
      RoomMemory memory,
      long n,
      boolean resumes,
      List<Past> past,
      Function<Seat, Map<Seat, Boolean>> seen) {
    Map<Seat, Boolean> here = seen.apply(member.seat());
    var names = new EnumMap<Seat, String>(Seat.class);
    here.keySet().forEach(seat -> names.put(seat, member.names().getOrDefault(seat, "")));
    @Nullable List<String> state =
        resumes ? null : past.stream().map(event -> Frames.past(event.n(), event.body())).toList();
    var frames = new ArrayList<String>();
    frames.add(Frames.welcome(member.seat(), names, here, n, memory.epoch(), shared.now(), state));
    if (resumes) {
      past.forEach(event -> frames.add(Frames.event(event.n(), event.body())));
    }
    member.sawPresence(Frames.presence(here));
    member.begin(frames);
  }
}
