package app.accord.checkin;

import app.accord.checkin.CheckinStore.KeptLine;
import app.accord.couple.Couple;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Seat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the partners of one case have told its therapist up to the last closed week: numbers opened,
 * words still sealed.
 *
 * @param language the therapist's
 * @param seats of the partners now, in their order
 * @param last the last week that has closed
 * @param lines from new to old, those for the therapist
 * @param scales how sessions were, from new to old
 * @param aside flags that a therapist of the case has put aside
 */
record ToldCase(
    Couple couple,
    String language,
    Map<PersonId, Seat> seats,
    Week last,
    Map<Seat, History> histories,
    List<Told> lines,
    List<Scale> scales,
    Set<String> aside) {

  /** A line and whose it is. */
  record Told(Seat by, KeptLine line) {}

  /** How a session was for one of them, by question. */
  record Scale(int number, RoomId room, Instant startsAt, Seat by, Map<String, Integer> answers) {}

  /** By the couple's clock. */
  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, couple.zone());
  }
}
