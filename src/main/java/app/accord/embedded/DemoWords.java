package app.accord.embedded;

import app.accord.embedded.DemoCouple.DemoPerson;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.kernel.Saved;
import app.accord.record.Records;
import app.accord.seal.Owner;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import app.accord.seal.Sealed;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What Noor, Daniel and Marta have written between sessions, as product.md 8 and the mockups have
 * it: messages, private notes, a page in each journal, letters and small wins, the words of eight
 * records.
 */
final class DemoWords {
  private static final Duration AFTER_THE_SESSION = Duration.ofHours(2);
  private static final int TUESDAY_AND_THURSDAY = 2 + 8;

  private static final List<String> RECORDS =
      List.of(
          "Both said what they hope for and what they fear of these talks. We agreed on how we go about secrets.",
          "Each found more that trust gives them than they had expected of the other.",
          "First time with one who speaks and one who says back. Slow, and good.",
          "They wrote their first agreement and signed it.",
          "Phones: a second agreement. Daniel asked for a way to say that he waits for a call.",
          "Each told the evening on the stairs once, without an answer. Nothing had to be settled.",
          "They laughed about the fourth promise. Three of four were kept by each.",
          "Both stayed with one moment. Daniel named the worry under the checking. They want to go on with the small promises.");

  private static final String ADDED = "The day to look at the agreement again was moved to 28 May.";

  private final DemoRows rows;
  private final Seal seal;
  private final DemoCouple couple;
  private final DemoDates dates;

  DemoWords(DemoRows rows, Seal seal, DemoCouple couple, DemoDates dates) {
    this.rows = rows;
    this.seal = seal;
    this.couple = couple;
    this.dates = dates;
  }

  static Instant signedAt(DemoRows.Unsigned session) {
    return session.startsAt().plus(AFTER_THE_SESSION);
  }

  /** Signs as Marta would; a start that was ended in the middle is gone on with. */
  static Future<Void> sign(Records records, DemoCouple couple, DemoRows.Unsigned of) {
    PersonId marta = DemoCouple.MARTA.id();
    return records
        .save(marta, couple.id(), of.session(), RECORDS.get(of.number() - 1), 0)
        .compose(
            saved ->
                saved instanceof Saved.Kept(int version)
                    ? records.sign(marta, couple.id(), of.session(), version)
                    : Future.failedFuture("the demo's record was not kept: " + saved))
        .compose(
            refused ->
                refused.isPresent()
                    ? Future.failedFuture("the demo's record was not signed: " + refused.get())
                    : of.number() == RECORDS.size()
                        ? records.add(marta, couple.id(), of.session(), Ids.random(), ADDED)
                        : Future.succeededFuture())
        .mapEmpty();
  }

  void write() throws SQLException {
    messages();
    notes();
    journals();
    progress();
  }

  private void messages() throws SQLException {
    rows.readingDays(TUESDAY_AND_THURSDAY);
    DemoPerson marta = DemoCouple.MARTA;
    all(
        marta,
        5,
        7,
        "16:05",
        "The reading from today is in the room. Nothing has to be done with it.");
    all(couple.two(), 5, 8, "20:12", "We said the late message out loud twice this week.");
    all(couple.one(), 5, 10, "11:30", "And once we laughed about it.");
    told(
        couple.one(),
        5,
        11,
        "21:10",
        "I did not say it in the session: the evening apart was harder than I made it sound.");
    told(
        marta,
        5,
        12,
        "09:40",
        "Thank you for writing it down. You can bring it in on Thursday, in your words and at your pace. I will not start with it.");
    rows.seen(couple, dates.at(5, 12, 10));
    told(
        couple.one(),
        5,
        13,
        "22:05",
        "I would like to begin with something good on Thursday. Is that all right?");
  }

  private void notes() throws SQLException {
    note(4, 30, "15:50", "Three of four promises kept each. They laughed about the fourth.");
    note(
        5,
        7,
        "15:45",
        "Daniel named the worry under the checking: being the last to know. Noor could hear it. Asked for words she can use when she needs an evening alone.");
    note(
        5,
        14,
        "13:20",
        "For today: start slowly. Ask what the small promises were like to receive, not only to keep.");
  }

  private void journals() throws SQLException {
    page(
        couple.one(),
        5,
        10,
        "22:00",
        "I noticed that I wait for the message before I allow myself to be calm. Today I was calm before it came.");
    page(
        couple.two(),
        5,
        9,
        "07:20",
        "Noor wrote that she was running late, and I noticed I didn’t check. I want to remember how light that was.");
  }

  private void progress() throws SQLException {
    letter(
        4,
        9,
        "You came with a full week behind you and still took the time to listen twice. I noticed the pause before the answer. It is new.");
    letter(
        5,
        12,
        "In March you told each other about a change of plans after it happened. Now you mostly say it before. That is not a small thing. Keep the promises small enough to keep.");
    win(couple.one(), 4, 26, "We laughed on Sunday. Properly.");
    win(couple.one(), 5, 3, "He told me about the dinner before I asked.");
    win(couple.two(), 5, 9, "Noor wrote “running late, 20 min” and I noticed I didn’t check.");
  }

  private void letter(int month, int day, String text) throws SQLException {
    UUID id = Ids.random();
    Owner owner = Owner.couple(couple.id());
    Sealed words = sealed(owner, DemoCouple.MARTA, Place.of("letter", "sealed", id), text);
    rows.letter(couple, id, at(month, day, "17:10"), words);
  }

  private void win(DemoPerson by, int month, int day, String text) throws SQLException {
    UUID id = Ids.random();
    Sealed words = sealed(Owner.couple(couple.id()), by, Place.of("win", "sealed", id), text);
    rows.win(couple, by, id, at(month, day, "21:30"), words);
  }

  private void told(DemoPerson by, int month, int day, String time, String text)
      throws SQLException {
    UUID id = Ids.random();
    DemoPerson partner = couple.one();
    Sealed words = sealed(Owner.told(partner.id()), by, Place.of("message", "sealed", id), text);
    rows.told(couple, partner, by, id, at(month, day, time), words);
  }

  private void all(DemoPerson by, int month, int day, String time, String text)
      throws SQLException {
    UUID id = Ids.random();
    Sealed words = sealed(Owner.couple(couple.id()), by, Place.of("message", "sealed", id), text);
    rows.saidToAll(couple, by, id, at(month, day, time), words);
  }

  private void note(int month, int day, String time, String text) throws SQLException {
    UUID id = Ids.random();
    DemoPerson marta = DemoCouple.MARTA;
    Sealed words = sealed(Owner.person(marta.id()), marta, Place.of("note", "sealed", id), text);
    rows.note(couple, id, at(month, day, time), words);
  }

  private void page(DemoPerson by, int month, int day, String time, String text)
      throws SQLException {
    UUID id = Ids.random();
    Sealed words = sealed(Owner.person(by.id()), by, Place.of("diary_page", "sealed", id), text);
    rows.page(by, id, at(month, day, time), words);
  }

  private Instant at(int month, int day, String time) {
    return dates.at(month, day, LocalTime.parse(time));
  }

  private Sealed sealed(Owner owner, DemoPerson as, Place place, String text) {
    try {
      return seal.seal(owner, as.id(), place, text).await(30, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new IllegalStateException("The demo's words could not be sealed", late);
    }
  }
}
