package app.accord;

import app.accord.audit.Audit;
import app.accord.couple.Couples;
import app.accord.db.Db;
import app.accord.draft.DraftRoutes;
import app.accord.draft.Drafts;
import app.accord.http.Api;
import app.accord.library.Library;
import app.accord.practice.PartnerPages;
import app.accord.practice.PracticeRoutes;
import app.accord.practice.TherapistPages;
import app.accord.room.live.Follower;
import app.accord.room.live.Journal;
import app.accord.seal.Seal;
import app.accord.session.Exercises;
import app.accord.session.JournalPages;
import app.accord.session.RoomExercises;
import app.accord.session.Rooms;
import app.accord.session.SessionFollower;
import app.accord.session.SessionRoutes;
import app.accord.session.Sessions;
import java.time.Clock;

/** The part of the composition root that puts together cases, sessions and drafts. */
public final class Cases {
  private Cases() {}

  /**
   * Hangs up their operations.
   *
   * @return what must hear of committed events, so that their pages stay true
   */
  public static Follower hangUp(
      Api api, Db db, Seal seal, Journal journal, Library library, Clock clock) {
    var audit = new Audit(db);
    var couples = new Couples(seal);
    var exercises = new Exercises(library);
    var pages = new JournalPages(db, journal, seal, library, clock);
    var sessions = new Sessions(db, couples, exercises, pages, clock);
    new PracticeRoutes(
            new TherapistPages(db, couples, sessions, exercises, pages, clock),
            new PartnerPages(db, couples, sessions, clock),
            audit)
        .hangUp(api);
    new SessionRoutes(
            sessions,
            new Rooms(db, couples, exercises, clock),
            new RoomExercises(db, couples, library),
            audit)
        .hangUp(api);
    new DraftRoutes(new Drafts(db, seal, clock), audit).hangUp(api);
    return new SessionFollower(pages);
  }
}
