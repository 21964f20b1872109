package app.accord.practice;

import app.accord.room.Seat;
import java.time.Instant;
import java.util.List;

/**
 * What has come in for a therapist since a couple's last session, as facts without a word of it.
 * Who answered is named, how often is not: a gap is no sign (R23).
 *
 * @param from when that session began
 * @param messages that the therapist has not seen
 * @param wins put on the shared page since
 * @param checkins whose check-ins of weeks that have closed since
 * @param pages who has shared a page of the own journal since
 * @param after who has said how that session was
 */
public record CameIn(
    Instant from,
    int messages,
    int wins,
    List<Seat> checkins,
    List<Seat> pages,
    List<Seat> after) {}
