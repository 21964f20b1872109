package app.accord.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.exercise.Exercise;
import app.accord.exercise.Shelf;
import app.accord.exercise.ShippedExercises;
import app.accord.kernel.CommandId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room in which somebody does one thing after the other. After each it is checked that the room
 * as it is equals the fold of its events read back from JSON.
 */
public final class Scene {
  public static final Seat NOOR = Seat.PARTNER_1;
  public static final Seat DANIEL = Seat.PARTNER_2;
  public static final Seat MARTA = Seat.THERAPIST;
  public static final Instant BEGIN = Instant.parse("2026-05-14T12:30:00Z");
  public static final String SHOWN = Words.shown("the question", "who can see it");

  private static final Shipped SHELF = new Shipped();

  private final Circumstances.Kind kind;
  private final Set<Seat> seats;
  private final Set<Seat> beyond;
  private final Set<Seat> here = EnumSet.noneOf(Seat.class);
  private final List<Happened> happened = new ArrayList<>();
  private Circumstances.Secrets secrets = Circumstances.Secrets.LIMITED;
  private int ceiling = 2;
  private Instant now = BEGIN;
  private long made;
  private boolean sideBySide;
  private RoomState state = RoomState.EMPTY;
  private RoomState readBack = RoomState.EMPTY;

  private Scene(Circumstances.Kind kind, Set<Seat> seats, Set<Seat> beyond) {
    this.kind = kind;
    this.seats = EnumSet.copyOf(seats);
    this.beyond = Set.copyOf(beyond);
  }

  /** An event of the room, with when it happened. */
  public record Happened(Told told, Instant at) {}

  /** Noor, Daniel and Marta are here, and the door is open. */
  public static Scene session() {
    return atTheDoor().does(MARTA, new RoomCommand.OpenRoom());
  }

  /** Noor, Daniel and Marta are here, and the door is closed. */
  public static Scene atTheDoor() {
    return of(NOOR, DANIEL, MARTA).arrives(MARTA).arrives(NOOR).arrives(DANIEL);
  }

  /** Noor and Daniel alone, both here. */
  public static Scene atHome() {
    return of(NOOR, DANIEL).arrives(NOOR).arrives(DANIEL);
  }

  /** An empty room with these seats. */
  public static Scene of(Seat... seats) {
    return new Scene(Circumstances.Kind.SESSION, Set.copyOf(Arrays.asList(seats)), Set.of());
  }

  /** A room of homework for these; whoever else is of the case is beyond it. */
  public static Scene homework(Seat... whose) {
    Set<Seat> seats = Set.copyOf(Arrays.asList(whose));
    var beyond = EnumSet.of(NOOR, DANIEL, MARTA);
    beyond.removeAll(seats);
    return new Scene(Circumstances.Kind.HOMEWORK, seats, beyond);
  }

  /** An agreement's own room. */
  public static Scene agreement() {
    return new Scene(Circumstances.Kind.AGREEMENT, Set.of(NOOR, DANIEL, MARTA), Set.of());
  }

  public Scene under(Circumstances.Secrets policy) {
    secrets = policy;
    return this;
  }

  public Scene withCeiling(int level) {
    ceiling = level;
    return this;
  }

  public Scene arrives(Seat seat) {
    here.add(seat);
    return does(seat, new RoomCommand.Arrive());
  }

  /** As a lost line. */
  public Scene goes(Seat seat) {
    here.remove(seat);
    return this;
  }

  public Scene later(Duration duration) {
    now = now.plus(duration);
    return this;
  }

  public Scene does(Seat seat, RoomCommand command) {
    switch (decide(seat, command)) {
      case Decision.Accepted(List<Told> events) -> events.forEach(this::happens);
      case Decision.Refused(Refusal why) ->
          throw new AssertionError(seat + " " + command + " was refused: " + why);
    }
    return this;
  }

  public Scene isRefused(Seat seat, RoomCommand command, Refusal why) {
    assertThat(decide(seat, command)).isEqualTo(new Decision.Refused(why));
    return this;
  }

  /** It is accepted, and nothing comes of it. */
  public Scene changesNothing(Seat seat, RoomCommand command) {
    assertThat(decide(seat, command)).isEqualTo(new Decision.Accepted(List.of()));
    return this;
  }

  /** What the room would answer now; each asking is a second later than the one before. */
  public Decision decide(Seat seat, RoomCommand command) {
    if (!sideBySide) {
      now = now.plusSeconds(1);
      made++;
    }
    var asked =
        new Asked(
            new CommandId(id(1_000_000 + made)),
            seat,
            command,
            now,
            Set.copyOf(here),
            new Circumstances(
                kind, Set.copyOf(seats), beyond, secrets, ceiling, ZoneId.of("Europe/Berlin")),
            id(2_000_000 + made));
    return Room.decide(state, asked, SHELF);
  }

  /** Puts clock and ids to where they stand before this move, for two rooms side by side. */
  void beforeMove(int move) {
    sideBySide = true;
    now = BEGIN.plusSeconds(1000L + move * 10L);
    made = 1000L + move * 10L;
  }

  void happens(Told told) {
    happened.add(new Happened(told, now));
    state = Room.evolve(state, told, now);
    Events.Written written = Events.write(told.event());
    RoomEvent read =
        Events.read(written.type(), written.version(), written.facts(), written.words());
    readBack = Room.evolve(readBack, new Told(read, told.by(), told.audience()), now);
    assertThat(readBack).isEqualTo(state);
  }

  public RoomState state() {
    return state;
  }

  public Instant now() {
    return now;
  }

  public Set<Seat> here() {
    return Set.copyOf(here);
  }

  public List<Happened> happened() {
    return List.copyOf(happened);
  }

  /** What this seat has received, oldest first. */
  public List<Happened> streamOf(Seat seat) {
    return happened.stream().filter(one -> one.told().audience().reaches(seat)).toList();
  }

  public <E extends RoomEvent> List<E> received(Seat seat, Class<E> type) {
    return streamOf(seat).stream()
        .map(one -> one.told().event())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** Each event from there on as {@code by Type seats}, for example {@code M StepOpened NDM}. */
  public List<String> told(int from) {
    return happened.subList(from, happened.size()).stream().map(Scene::line).toList();
  }

  private static String line(Happened one) {
    Told told = one.told();
    var reached = new StringBuilder();
    told.audience().seats().forEach(seat -> reached.append(initial(seat)));
    return initial(told.by()) + " " + told.event().getClass().getSimpleName() + " " + reached;
  }

  private static String initial(@Nullable Seat seat) {
    return seat == null
        ? "–"
        : seat == NOOR ? "N" : seat == DANIEL ? "D" : seat == MARTA ? "M" : seat.wire();
  }

  /** An id that is the same in each run. */
  public static UUID id(long number) {
    return new UUID(0x0000000000004000L, 0x8000000000000000L | number);
  }

  public static Where at(String step) {
    return new Where(1, step, 1);
  }

  public static Shelf shelf() {
    return SHELF;
  }

  public static Exercise exercise(String id) {
    return SHELF.current(id).orElseThrow();
  }

  private static final class Shipped implements Shelf {
    private final Map<String, Exercise> byId = new HashMap<>();
    private final Map<String, Exercise> byDigest = new HashMap<>();

    Shipped() {
      for (var edition : ShippedExercises.read().editions()) {
        byId.put(edition.english().id(), edition.english());
        byDigest.put(edition.digest(), edition.english());
      }
    }

    @Override
    public Optional<Exercise> current(String id) {
      return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Exercise> byDigest(String digest) {
      return Optional.ofNullable(byDigest.get(digest));
    }
  }
}
