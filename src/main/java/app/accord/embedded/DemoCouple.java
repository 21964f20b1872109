package app.accord.embedded;

import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.room.Circumstances.Secrets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A couple of the demo.
 *
 * @param past sessions that are over, from old to new
 * @param signed how many of those have a record that was signed on paper, as it were; where there
 *     are journals, {@link DemoWords} signs them
 */
record DemoCouple(
    CoupleId id,
    DemoPerson one,
    DemoPerson two,
    Secrets secrets,
    String state,
    LocalDate since,
    List<Instant> past,
    int signed,
    Optional<Next> next) {

  /** What is planned. */
  record Next(Instant at, Optional<String> exercise) {}

  /** Somebody of the demo; Keycloak knows the first seven by the same id. */
  record DemoPerson(PersonId id, String name, String language) {
    static DemoPerson of(int number, String name, String language) {
      return new DemoPerson(
          new PersonId(UUID.fromString("6b1f0c52-0001-4000-8000-%012d".formatted(number))),
          name,
          language);
    }

    String shortName() {
      return name.substring(0, name.indexOf(' '));
    }
  }

  static final DemoPerson MARTA = DemoPerson.of(1, "Marta Keller", "en");
  static final DemoPerson JONAS = DemoPerson.of(6, "Jonas Weiss", "en");
  static final DemoPerson INES = DemoPerson.of(7, "Ines Okoro", "en");
  static final String PUT_IN = "trust-vs-control";

  static CoupleId id(int number) {
    return new CoupleId(UUID.fromString("6b1f0c52-0002-4000-8000-%012d".formatted(number)));
  }

  /** The one whose past sessions have journals. */
  static DemoCouple noorAndDaniel(DemoDates dates) {
    LocalTime half = LocalTime.of(14, 30);
    return new DemoCouple(
        id(1),
        DemoPerson.of(2, "Noor Haddad", "en"),
        DemoPerson.of(3, "Daniel Brandt", "en"),
        Secrets.LIMITED,
        "active",
        dates.on(2, 12),
        List.of(
            dates.at(2, 26, half),
            dates.at(3, 12, half),
            dates.at(3, 26, half),
            dates.at(4, 2, half),
            dates.at(4, 9, half),
            dates.at(4, 23, half),
            dates.at(4, 30, half),
            dates.at(5, 7, half)),
        0,
        next(dates.at(5, 14, half), PUT_IN));
  }

  /** The one of which both are lower. */
  static DemoCouple lenaAndMarcus(DemoDates dates) {
    return new DemoCouple(
        id(2),
        DemoPerson.of(4, "Lena Hartmann", "de"),
        DemoPerson.of(5, "Marcus Reed", "en"),
        Secrets.SEPARATE,
        "active",
        dates.on(3, 5),
        weekly(dates, 3, 13, 9, 4, 14),
        4,
        next(dates.at(5, 15, 9)));
  }

  /** All eight. */
  static List<DemoCouple> all(DemoDates dates) {
    return List.of(
        noorAndDaniel(dates),
        lenaAndMarcus(dates),
        new DemoCouple(
            id(3),
            DemoPerson.of(11, "Gwen Lloyd", "en"),
            DemoPerson.of(12, "Sofia Marin", "en"),
            Secrets.LIMITED,
            "active",
            dates.on(1, 8),
            weekly(dates, 1, 22, 17, 7, 14),
            7,
            next(dates.at(5, 14, 17))),
        new DemoCouple(
            id(4),
            DemoPerson.of(13, "Theo Vogt", "en"),
            DemoPerson.of(14, "Mateo Silva", "en"),
            Secrets.LIMITED,
            "active",
            dates.lastYear(11, 20),
            weekly(dates, 1, 12, 16, 9, 14),
            9,
            next(dates.at(5, 18, 16))),
        new DemoCouple(
            id(5),
            DemoPerson.of(15, "Aisha Karim", "en"),
            DemoPerson.of(16, "Ben Novak", "en"),
            Secrets.LIMITED,
            "active",
            dates.on(3, 17),
            weekly(dates, 3, 31, 11, 4, 14),
            4,
            next(dates.at(5, 19, 11))),
        new DemoCouple(
            id(6),
            DemoPerson.of(17, "Hanna Berg", "en"),
            DemoPerson.of(18, "Kofi Mensah", "en"),
            Secrets.NO_SECRETS,
            "active",
            dates.on(1, 27),
            weekly(dates, 2, 10, 15, 5, 14),
            5,
            Optional.empty()),
        new DemoCouple(
            id(7),
            DemoPerson.of(19, "Priya Nair", "en"),
            DemoPerson.of(20, "Sam Ellis", "en"),
            Secrets.LIMITED,
            "active",
            dates.on(3, 26),
            weekly(dates, 4, 9, 10, 6, 7),
            5,
            next(dates.at(5, 21, 10))),
        new DemoCouple(
            id(8),
            DemoPerson.of(21, "Ruth Adler", "en"),
            DemoPerson.of(22, "Ola Lind", "en"),
            Secrets.LIMITED,
            "invited",
            dates.on(5, 12),
            List.of(),
            0,
            Optional.empty()));
  }

  private static Optional<Next> next(Instant at) {
    return Optional.of(new Next(at, Optional.empty()));
  }

  private static Optional<Next> next(Instant at, String exercise) {
    return Optional.of(new Next(at, Optional.of(exercise)));
  }

  private static List<Instant> weekly(
      DemoDates dates, int month, int day, int hour, int times, int apart) {
    return java.util.stream.IntStream.range(0, times)
        .mapToObj(i -> dates.at(month, day, hour).atZone(DemoDates.ZONE).plusDays((long) i * apart))
        .map(java.time.ZonedDateTime::toInstant)
        .toList();
  }
}
