package app.accord.couple;

import app.accord.room.Seat;

/** Who sits where in a case now, by first name. */
public record Member(Seat seat, String name) {}
