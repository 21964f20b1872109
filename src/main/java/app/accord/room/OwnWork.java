package app.accord.room;

import app.accord.exercise.Reach;
import app.accord.exercise.Step;
import app.accord.room.RoomCommand.PlaceCard;
import app.accord.room.RoomCommand.Reopen;
import app.accord.room.RoomCommand.Seal;
import app.accord.room.RoomCommand.ShareMine;
import app.accord.room.RoomCommand.Skip;
import app.accord.room.RoomEvent.AnswerReopened;
import app.accord.room.RoomEvent.AnswerSealed;
import app.accord.room.RoomEvent.AnswerShared;
import app.accord.room.RoomEvent.BothFinished;
import app.accord.room.RoomEvent.CardPlaced;
import app.accord.room.RoomEvent.LeftEmpty;
import app.accord.room.RoomEvent.ProgressMade;
import app.accord.room.RoomEvent.WorkFinished;
import app.accord.room.RoomEvent.WorkResumed;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each does alone in one round of a step. Nothing here may cause an event for the partner, but
 * for {@link BothFinished} and answers with the reach {@code room}.
 *
 * @param told whether both have been told that both have finished. Once only: a second time would
 *     tell that somebody had reopened in between
 */
record OwnWork(Map<Seat, Work> bySeat, boolean told, Fate fate) {
  static final OwnWork NONE = new OwnWork(Map.of(), false, Fate.UNDECIDED);

  /** What became of a step whose answers wait for a reveal. */
  enum Fate {
    UNDECIDED,
    OPENED,
    LEFT_CLOSED
  }

  /** One person's part. */
  record Work(Set<String> placed, Set<String> ownCards, @Nullable Kept answer, boolean finished) {
    static final Work NOTHING = new Work(Set.of(), Set.of(), null, false);

    Work placed(CardPlaced card) {
      Set<String> now =
          card.pile() == null
              ? Copies.without(placed, card.card())
              : Copies.with(placed, card.card());
      Set<String> own = Answers.isOwn(card.card()) ? Copies.with(ownCards, card.card()) : ownCards;
      return new Work(now, own, answer, finished);
    }

    long ofTheDeck() {
      return placed.stream().filter(card -> !Answers.isOwn(card)).count();
    }
  }

  /** A sealed answer, with the audience that it was sealed for. */
  record Kept(AnswerSealed sealed, Audience audience) {
    boolean waits() {
      return sealed.reach() == Reach.REVEAL;
    }
  }

  Work of(Seat seat) {
    return bySeat.getOrDefault(seat, Work.NOTHING);
  }

  boolean anyoneHasFinished() {
    return bySeat.values().stream().anyMatch(Work::finished);
  }

  static Decision place(Act act, PlaceCard command) {
    return act.at(
        command.where(),
        Step.Sort.class,
        (sort, now) -> {
          Work mine = now.own().of(act.by());
          if (mine.answer() != null) {
            return Act.refuse(Refusal.ALREADY_SEALED);
          }
          String text = command.text() == null ? null : Words.clean(command.text());
          Refusal why = Answers.againstPlacing(sort, command, text, mine.ownCards());
          if (why != null) {
            return Act.refuse(why);
          }
          act.author(
              new CardPlaced(
                  command.where(), command.card(), command.pile(), command.place(), text));
          tellProgress(act, command.where(), sort, mine.ofTheDeck());
          return act.done();
        });
  }

  /** Only when the count has changed: how often somebody moves a card is nobody's business. */
  private static void tellProgress(Act act, Where where, Step.Sort sort, long before) {
    long done = at(act, where).of(act.by()).ofTheDeck();
    if (done != before) {
      act.therapist(new ProgressMade(where, act.by(), (int) done, sort.cards().size()));
    }
  }

  static Decision seal(Act act, Seal command) {
    return act.at(
        command.where(),
        Step.Asking.class,
        (step, now) -> {
          Refusal why = againstSealing(act, step, now.own(), command);
          if (why != null) {
            return Act.refuse(why);
          }
          return switch (Answers.fit(step, command.answer())) {
            case Answers.Misfit(Refusal misfit) -> Act.refuse(misfit);
            case Answers.Fits(Answer value) -> seal(act, step, command, value);
          };
        });
  }

  private static Decision seal(Act act, Step.Asking step, Seal command, Answer value) {
    var sealed =
        new AnswerSealed(
            command.where(), act.asked().fresh(), command.reach(), value, command.shown());
    switch (command.reach()) {
      case ME -> act.author(sealed);
      case THERAPIST -> act.authorAndTherapist(sealed);
      case REVEAL -> {
        if (step.sharing().therapistAtOnce() && secrets(act) != Circumstances.Secrets.NO_SECRETS) {
          act.authorAndTherapist(sealed);
        } else {
          act.author(sealed);
        }
      }
      case ROOM -> act.all(sealed);
    }
    return finish(act, command.where());
  }

  private static @Nullable Refusal againstSealing(
      Act act, Step.Asking step, OwnWork own, Seal command) {
    if (!Answers.isOffered(step, command.reach(), command.answer(), secrets(act))) {
      return Refusal.WIDER_THAN_THE_STEP;
    }
    Kept kept = own.of(act.by()).answer();
    boolean waits = command.reach() == Reach.REVEAL || (kept != null && kept.waits());
    if (waits && own.fate != Fate.UNDECIDED) {
      return own.fate == Fate.OPENED ? Refusal.ALREADY_OPENED : Refusal.LEFT_CLOSED;
    }
    if (kept != null) {
      return Refusal.ALREADY_SEALED;
    }
    return Words.isDigest(command.shown()) ? null : Refusal.BAD_VALUE;
  }

  static Decision skip(Act act, Skip command) {
    return act.at(
        command.where(),
        Step.Asking.class,
        (_, now) -> {
          Work mine = now.own().of(act.by());
          if (mine.answer() != null) {
            return Act.refuse(Refusal.ALREADY_SEALED);
          }
          return mine.finished()
              ? act.done()
              : finish(act.author(new LeftEmpty(command.where())), command.where());
        });
  }

  /** From here on sealing and leaving empty are the same for everybody but the author. */
  private static Decision finish(Act act, Where where) {
    if (!at(act, where).of(act.by()).finished()) {
      act.authorAndTherapist(new WorkFinished(where, act.by()));
      tellIfBothHaveFinished(act);
    }
    Opening.settle(act);
    return act.done();
  }

  /** Only with a therapist, only at the step where all are, only while all are here (R5). */
  static void tellIfBothHaveFinished(Act act) {
    Run run = act.state().run();
    if (run == null || run.current() == null || run.phase() != Run.Phase.RUNNING) {
      return;
    }
    Where where = run.where(run.current());
    OwnWork own = at(act, where);
    if (!own.told && act.hasTherapist() && act.allAreHere() && act.all(s -> own.of(s).finished())) {
      act.room(new BothFinished(where));
    }
  }

  static Decision reopen(Act act, Reopen command) {
    return act.at(
        command.where(),
        Step.Asking.class,
        (_, now) -> {
          Kept kept = now.own().of(act.by()).answer();
          if (kept == null) {
            return Act.refuse(Refusal.NOT_SEALED);
          }
          Refusal why = againstReopening(act, now.own(), kept);
          if (why != null) {
            return Act.refuse(why);
          }
          act.tell(
              new AnswerReopened(command.where(), kept.sealed().answer()),
              act.by(),
              kept.audience().seats());
          act.authorAndTherapist(new WorkResumed(command.where(), act.by()));
          Opening.settle(act);
          return act.done();
        });
  }

  /** What all have read is frozen (R4); what was left closed stays as it was. */
  private static @Nullable Refusal againstReopening(Act act, OwnWork own, Kept kept) {
    return switch (kept.sealed().reach()) {
      case ME, THERAPIST -> null;
      // Of work that one does alone nobody has read anything before it is handed in.
      case ROOM -> act.isAlone() ? null : Refusal.ALREADY_OPENED;
      case REVEAL ->
          switch (own.fate) {
            case UNDECIDED -> null;
            case OPENED -> Refusal.ALREADY_OPENED;
            case LEFT_CLOSED -> Refusal.LEFT_CLOSED;
          };
    };
  }

  /** After a step was left closed: a new text, of one's own free will. */
  static Decision share(Act act, ShareMine command) {
    return act.at(
        command.where(),
        Step.Asking.class,
        (_, now) -> {
          if (now.own().fate != Fate.LEFT_CLOSED) {
            return Act.refuse(Refusal.NOT_SEALED);
          }
          String text = Words.clean(command.text());
          Refusal misfit = Words.misfit(text, Words.SHARED);
          return misfit != null
              ? Act.refuse(misfit)
              : act.all(new AnswerShared(command.where(), text)).done();
        });
  }

  private static OwnWork at(Act act, Where where) {
    Run run = act.state().run();
    return run == null ? NONE : run.step(where.step()).own();
  }

  private static Circumstances.Secrets secrets(Act act) {
    Run run = act.state().run();
    return run == null ? act.asked().circumstances().secrets() : run.secrets();
  }

  OwnWork with(Seat seat, Work work) {
    return new OwnWork(Copies.with(bySeat, seat, work), told, fate);
  }

  OwnWork placed(Seat by, CardPlaced card) {
    return with(by, of(by).placed(card));
  }

  OwnWork sealed(Seat by, AnswerSealed answer, Audience audience) {
    Work work = of(by);
    return with(
        by, new Work(work.placed(), work.ownCards(), new Kept(answer, audience), work.finished()));
  }

  OwnWork reopened(Seat by) {
    Work work = of(by);
    return with(by, new Work(work.placed(), work.ownCards(), null, work.finished()));
  }

  OwnWork finished(Seat seat, boolean now) {
    Work work = of(seat);
    return with(seat, new Work(work.placed(), work.ownCards(), work.answer(), now));
  }

  OwnWork bothTold() {
    return new OwnWork(bySeat, true, fate);
  }

  OwnWork decided(Fate now) {
    return new OwnWork(bySeat, told, now);
  }
}
