package app.accord.practice;

import app.accord.checkin.Look;
import app.accord.kernel.CoupleId;
import app.accord.session.SessionSummary;
import java.time.Instant;
import java.util.List;

/**
 * A therapist's day.
 *
 * @param sessions of this day in the therapist's zone, from early to late
 * @param couples those with a session ahead first
 * @param records sessions that are over and whose record is not signed, from old to new
 */
public record Today(
    Instant now,
    String zone,
    List<Appointment> sessions,
    List<CoupleSummary> couples,
    List<Appointment> records,
    List<WorthALook> worthALook) {

  /** What is worth a look in a couple, in the order of the couples. */
  public record WorthALook(CoupleId couple, List<Look> looks) {}

  /** A session and whose it is. */
  public record Appointment(CoupleSummary couple, SessionSummary session) {}
}
