package app.accord.homework;

import app.accord.couple.Couple;
import app.accord.couple.Couples;
import app.accord.couple.Member;
import app.accord.couple.Reader;
import app.accord.db.Db;
import app.accord.db.Tx;
import app.accord.exercise.Exercise;
import app.accord.homework.Assignment.Review;
import app.accord.homework.Assignment.Unread;
import app.accord.homework.CaseHomework.Group;
import app.accord.kernel.CommandId;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.Problem;
import app.accord.kernel.RoomId;
import app.accord.library.Library;
import app.accord.room.Refusal;
import app.accord.room.RoomCommand;
import app.accord.room.RoomCommand.GiveHomework;
import app.accord.room.Seat;
import app.accord.room.live.Journal;
import app.accord.room.live.Rooms;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Homework as the therapist gives it, reads it and puts it away. How far each is stands in the
 * rooms' journals and nowhere else, so nothing here could disagree with them.
 */
public final class Assignments {
  private static final Problem NOT_ACTIVE =
      Problem.of("case-not-active", 409, "The case rests or is closed");
  private static final Problem DAY_HAS_PASSED =
      Problem.of("day-has-passed", 400, "This day has passed");

  private final Db db;
  private final Couples couples;
  private final Library library;
  private final Journal journal;
  private final Rooms rooms;
  private final Clock clock;

  public Assignments(
      Db db, Couples couples, Library library, Journal journal, Rooms rooms, Clock clock) {
    this.db = db;
    this.couples = couples;
    this.library = library;
    this.journal = journal;
    this.rooms = rooms;
    this.clock = clock;
  }

  /** From new to old. Empty: no such couple, or another therapist's. */
  public Future<Optional<List<Assignment>>> ofCouple(PersonId therapist, CoupleId couple) {
    return find(therapist, couple).map(found -> found.map(all -> all.lines(library)));
  }

  /** What was handed in anywhere in the own caseload and waits to be read, from new to old. */
  public Future<List<Unread>> unread(PersonId therapist) {
    return db.readAs(
            therapist,
            tx ->
                couples
                    .caseload(tx, therapist)
                    .compose(
                        own -> {
                          var ids = own.stream().map(Couple::id).toList();
                          Future<Reader> reader = couples.reader(tx, therapist);
                          Future<List<HomeworkRoom>> all = HomeworkStore.ofCouples(tx, ids);
                          return Future.all(reader, all)
                              .map(_ -> Map.entry(reader.result(), all.result()));
                        }))
        .compose(
            found ->
                Texts.learn(library, therapist, found.getValue())
                    .map(_ -> unread(found.getKey(), found.getValue())));
  }

  private List<Unread> unread(Reader reader, List<HomeworkRoom> rooms) {
    var texts = new Texts(library, reader.language());
    return rooms.stream()
        .filter(
            room -> !room.putAway() && room.handedIn().keySet().stream().anyMatch(room::isUnread))
        .flatMap(
            room ->
                room.assignment().stream()
                    .map(given -> new Unread(room.couple(), given.group(), texts.title(given))))
        .distinct()
        .toList();
  }

  private Future<Optional<CaseHomework>> find(PersonId therapist, CoupleId couple) {
    return db.readAs(
            therapist,
            tx ->
                couples
                    .inCaseload(tx, therapist, couple)
                    .compose(
                        own ->
                            own.isEmpty()
                                ? Future.succeededFuture(Optional.<CaseHomework>empty())
                                : find(tx, therapist, couple).map(Optional::of)))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(found)
                    : Texts.learn(library, therapist, found.get().rooms()).map(found));
  }

  private Future<CaseHomework> find(Tx tx, PersonId therapist, CoupleId couple) {
    Future<Reader> reader = couples.reader(tx, therapist);
    Future<List<Seat>> partners = partners(tx, couple);
    Future<List<HomeworkRoom>> all = HomeworkStore.ofCouple(tx, couple);
    return Future.all(reader, partners, all)
        .map(_ -> new CaseHomework(reader.result(), partners.result(), all.result()));
  }

  private Future<List<Seat>> partners(Tx tx, CoupleId couple) {
    return couples
        .members(tx, List.of(couple))
        .map(
            members ->
                members.getOrDefault(couple, List.of()).stream()
                    .map(Member::seat)
                    .filter(Seat::isPartner)
                    .toList());
  }

  // Giving

  /**
   * Gives homework. Sent again with the same id it is given once.
   *
   * @return empty once it is given, or else why not
   */
  Future<Optional<Problem>> give(PersonId therapist, CoupleId couple, NewHomework wanted) {
    return db.as(
            therapist,
            tx -> library.visit(tx, therapist).compose(_ -> prepare(tx, therapist, couple, wanted)))
        .compose(
            prepared ->
                switch (prepared) {
                  case Refused(var why) -> Future.succeededFuture(Optional.of(why));
                  case Made(var made) -> give(therapist, made, wanted);
                });
  }

  private sealed interface Prepared {}

  private record Refused(Problem why) implements Prepared {}

  private record Made(List<RoomId> rooms) implements Prepared {}

  private Future<Prepared> prepare(Tx tx, PersonId therapist, CoupleId id, NewHomework wanted) {
    Future<Optional<Couple>> found = couples.inCaseload(tx, therapist, id);
    Future<List<Seat>> partners = partners(tx, id);
    return Future.all(found, partners)
        .compose(
            _ -> {
              @Nullable Problem why = against(therapist, found.result(), partners.result(), wanted);
              return why != null
                  ? Future.succeededFuture(new Refused(why))
                  : make(tx, id, wanted).map(Made::new);
            });
  }

  private @Nullable Problem against(
      PersonId therapist, Optional<Couple> found, List<Seat> partners, NewHomework wanted) {
    if (found.isEmpty() || !partners.containsAll(wanted.alone())) {
      return Problem.NOT_FOUND;
    }
    if (found.get().state() != Couple.State.ACTIVE) {
      return NOT_ACTIVE;
    }
    Optional<Exercise> exercise = library.shelf(therapist).current(wanted.exercise());
    boolean together = wanted.alone().isEmpty();
    Exercise.Place place = together ? Exercise.Place.TOGETHER : Exercise.Place.SOLO;
    if (exercise.filter(one -> one.places().contains(place)).isEmpty()) {
      return Refusal.NO_SUCH_EXERCISE.problem();
    }
    // Only what they do together is held to the ceiling (content.md 7).
    if (together && exercise.get().safety().level() > Math.min(1, found.get().ceiling())) {
      return Refusal.NOT_NOW.problem();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), found.get().zone());
    return wanted.until() != null && wanted.until().isBefore(today) ? DAY_HAS_PASSED : null;
  }

  private static Future<List<RoomId>> make(Tx tx, CoupleId couple, NewHomework wanted) {
    List<@Nullable Seat> whose =
        wanted.alone().isEmpty() ? Collections.singletonList(null) : List.copyOf(wanted.alone());
    var made = new ArrayList<RoomId>();
    var all = new ArrayList<Future<Void>>();
    for (@Nullable Seat seat : whose) {
      RoomId room = room(wanted.id(), seat);
      made.add(room);
      all.add(HomeworkStore.make(tx, couple, room, seat));
    }
    return Future.all(all).map(_ -> List.copyOf(made));
  }

  /** The same for the same homework, however often it is sent. */
  private static RoomId room(UUID homework, @Nullable Seat seat) {
    return new RoomId(derived(homework, seat == null ? "together" : seat.wire()));
  }

  private static UUID derived(UUID from, String what) {
    return UUID.nameUUIDFromBytes((from + "/" + what).getBytes(StandardCharsets.UTF_8));
  }

  private Future<Optional<Problem>> give(
      PersonId therapist, List<RoomId> made, NewHomework wanted) {
    var command =
        new GiveHomework(
            wanted.id(),
            wanted.exercise(),
            wanted.words(),
            wanted.note(),
            wanted.until(),
            wanted.opens());
    return first(
        made.stream()
            .map(room -> rooms.ask(therapist, room, new CommandId(wanted.id()), command))
            .toList());
  }

  // Reading, and what follows

  /** What the therapist may do with homework that was given. */
  sealed interface Act {}

  /** Reads all that was handed in; from then on it can not be taken back. */
  record Read() implements Act {}

  /** Null: to everybody whose homework it is. */
  record Say(String text, @Nullable Seat to) implements Act {}

  record OpenNow() implements Act {}

  record TalkedAbout() implements Act {}

  record PutAway() implements Act {}

  /**
   * Does it in all rooms of one homework.
   *
   * @param id the act's own: sent again it has one effect
   * @return empty once it is done, or else why not
   */
  Future<Optional<Problem>> act(
      PersonId therapist, CoupleId couple, UUID homework, UUID id, Act act) {
    return find(therapist, couple)
        .compose(
            found ->
                found
                    .flatMap(all -> all.group(homework))
                    .map(group -> act(therapist, group, found.get().partners(), id, act))
                    .orElseGet(() -> Future.succeededFuture(Optional.of(Problem.NOT_FOUND))));
  }

  private Future<Optional<Problem>> act(
      PersonId therapist, Group group, List<Seat> partners, UUID id, Act act) {
    var asked = new ArrayList<Future<Optional<Problem>>>();
    for (HomeworkRoom room : group.rooms()) {
      for (RoomCommand command : commands(room, partners, act)) {
        var one = new CommandId(derived(id, command.toString()));
        asked.add(rooms.ask(therapist, room.id(), one, command));
      }
    }
    return first(asked);
  }

  private static List<RoomCommand> commands(HomeworkRoom room, List<Seat> partners, Act act) {
    return switch (act) {
      case Read _ ->
          partners.stream()
              .filter(room::isUnread)
              .<RoomCommand>map(RoomCommand.ReadHandIn::new)
              .toList();
      case Say(String text, Seat to) ->
          to == null || room.isOf(to) ? List.of(new RoomCommand.Comment(text, to)) : List.of();
      case OpenNow _ -> List.of(new RoomCommand.OpenInSession());
      case TalkedAbout _ -> List.of(new RoomCommand.MarkTalkedAbout());
      case PutAway _ -> List.of(new RoomCommand.PutAway());
    };
  }

  private static Future<Optional<Problem>> first(List<Future<Optional<Problem>>> asked) {
    return Future.join(asked)
        .map(all -> all.<Optional<Problem>>list().stream().flatMap(Optional::stream).findFirst());
  }

  /** What was handed in to the therapist and read. Empty: no such homework in the caseload. */
  Future<Optional<Review>> review(PersonId therapist, CoupleId couple, UUID homework) {
    return find(therapist, couple)
        .compose(
            found ->
                found
                    .flatMap(all -> all.group(homework))
                    .map(group -> review(therapist, found.get(), group).map(Optional::of))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())));
  }

  private Future<Review> review(PersonId therapist, CaseHomework all, Group group) {
    return Future.all(
            group.rooms().stream()
                .map(
                    room ->
                        journal
                            .read(room.id(), therapist, Seat.THERAPIST, 0)
                            .map(stream -> new Reviewed(room, stream)))
                .toList())
        .map(
            streams ->
                Reviewed.together(
                    all.line(group, new Texts(library, all.reader().language())),
                    group.given().digest(),
                    streams.list()));
  }
}
