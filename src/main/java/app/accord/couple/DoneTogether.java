package app.accord.couple;

import java.time.LocalDate;

/** An exercise that was done together, by its id. */
public record DoneTogether(String exercise, LocalDate on) {}
