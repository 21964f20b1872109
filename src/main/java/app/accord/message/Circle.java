package app.accord.message;

import app.accord.couple.Couple;
import app.accord.couple.Member;
import app.accord.kernel.PersonId;
import app.accord.room.Circumstances.Secrets;
import app.accord.room.Seat;
import app.accord.seal.Owner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The people of a case as one of them may write to them. What is not in {@link #threads} does not
 * exist for the one who asks, whoever else has it.
 *
 * @param you where the one who asks sits
 * @param sitting who sits in the case now, in the order of the seats
 */
record Circle(PersonId me, Seat you, Couple couple, List<Sitter> sitting) {

  /** Somebody of the case. */
  record Sitter(Seat seat, PersonId person, String name) {}

  /**
   * A thread with the two people between whom it is.
   *
   * @param pair empty: of all
   */
  record Found(ThreadName name, Optional<Pair> pair) {}

  record Pair(PersonId partner, PersonId therapist) {}

  /** Without secrets there is no thread between two, but for what was written there before. */
  boolean mayBe(ThreadName thread) {
    return thread.partner().isEmpty() || couple.secrets() != Secrets.NO_SECRETS;
  }

  /** Whether new words may go there. */
  boolean isOpen(ThreadName thread) {
    return mayBe(thread) && couple.takesWords();
  }

  /** While not all have joined there is none: whoever wrote in one would show that they have. */
  List<Found> threads() {
    if (couple.state() == Couple.State.INVITED) {
      return List.of();
    }
    return Stream.concat(
            sitting.stream().flatMap(sitter -> between(sitter).stream()),
            Stream.of(new Found(ThreadName.ALL, Optional.empty())))
        .toList();
  }

  Optional<Found> find(ThreadName name) {
    return threads().stream().filter(found -> found.name().equals(name)).findFirst();
  }

  Owner owner(Found thread) {
    return thread
        .pair()
        .map(pair -> Owner.told(pair.partner()))
        .orElseGet(() -> Owner.couple(couple.id()));
  }

  Optional<Sitter> of(PersonId person) {
    return sitting.stream().filter(sitter -> sitter.person().equals(person)).findFirst();
  }

  /** Whom a page of this one may name. */
  List<Member> members() {
    return sitting.stream()
        .filter(
            sitter ->
                couple.state() != Couple.State.INVITED
                    || sitter.seat() == you
                    || !sitter.seat().isPartner())
        .map(sitter -> new Member(sitter.seat(), sitter.name()))
        .toList();
  }

  private Optional<Found> between(Sitter partner) {
    boolean mine = you == Seat.THERAPIST || you == partner.seat();
    return partner.seat().isPartner() && mine
        ? therapist()
            .map(
                therapist ->
                    new Found(
                        ThreadName.with(partner.seat()),
                        Optional.of(new Pair(partner.person(), therapist.person()))))
        : Optional.empty();
  }

  Optional<Sitter> therapist() {
    return sitting.stream().filter(sitter -> sitter.seat() == Seat.THERAPIST).findFirst();
  }
}
