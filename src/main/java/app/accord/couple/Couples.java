package app.accord.couple;

import app.accord.couple.CoupleStore.SealedAgreement;
import app.accord.db.Tx;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.room.Seat;
import app.accord.seal.Place;
import app.accord.seal.Seal;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The cases that somebody may know. Questions are asked within the asker's own transaction, so that
 * a page is one view of the database.
 */
public final class Couples {
  private final Seal seal;

  public Couples(Seal seal) {
    this.seal = seal;
  }

  /** Fails with {@link NoSuchElementException} for somebody who is not there any more. */
  public Future<Reader> reader(Tx tx, PersonId me) {
    return CoupleStore.reader(tx, me).map(Optional::orElseThrow);
  }

  /** A therapist's own cases now; the rows decide, not the role. */
  public Future<List<Couple>> caseload(Tx tx, PersonId therapist) {
    return CoupleStore.caseload(tx, therapist);
  }

  /** Empty: no such couple, or another therapist's. */
  public Future<Optional<Couple>> inCaseload(Tx tx, PersonId therapist, CoupleId couple) {
    return CoupleStore.inCaseload(tx, therapist, couple);
  }

  /** The couple that this partner is in. */
  public Future<Optional<Couple>> ofPartner(Tx tx, PersonId partner) {
    return CoupleStore.ofPartner(tx, partner);
  }

  /** Where this person sits in the case now. */
  public Future<Optional<Seat>> seat(Tx tx, PersonId me, CoupleId couple) {
    return CoupleStore.seat(tx, me, couple);
  }

  /** Who sits in these cases now, in the order of the seats. */
  public Future<Map<CoupleId, List<Member>>> members(Tx tx, Collection<CoupleId> couples) {
    return CoupleStore.members(tx, couples)
        .map(
            places -> {
              var members = new HashMap<CoupleId, List<Member>>();
              for (var place : places) {
                members.merge(place.couple(), List.of(place.member()), Couples::joined);
              }
              return members;
            });
  }

  /** What was done together, from new to old. */
  public Future<List<DoneTogether>> done(Tx tx, CoupleId couple) {
    return CoupleStore.done(tx, couple);
  }

  /**
   * The agreements in force on that day, still sealed; {@link Sealed#open} needs other keys than
   * this transaction's.
   */
  public Future<Sealed> agreements(Tx tx, CoupleId couple, LocalDate today) {
    return CoupleStore.agreements(tx, couple, today).map(found -> new Sealed(seal, found));
  }

  /** Agreements as they lie in the database. */
  public static final class Sealed {
    private final Seal seal;
    private final List<SealedAgreement> agreements;

    private Sealed(Seal seal, List<SealedAgreement> agreements) {
      this.seal = seal;
      this.agreements = agreements;
    }

    /** Those whose words are still there, from old to new. */
    public Future<List<Agreement>> open(PersonId as) {
      return Future.all(agreements.stream().map(one -> open(as, one)).toList())
          .map(
              opened ->
                  opened.<Optional<Agreement>>list().stream().flatMap(Optional::stream).toList());
    }

    private Future<Optional<Agreement>> open(PersonId as, SealedAgreement one) {
      return seal.open(as, Place.of("agreement_made", "title", one.titleId()), one.title())
          .map(words -> words.map(title -> new Agreement(title, one.madeOn(), one.reviewOn())));
    }
  }

  private static List<Member> joined(List<Member> some, List<Member> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }
}
