package app.accord;

import app.accord.agreement.AgreementFollower;
import app.accord.agreement.AgreementRoutes;
import app.accord.agreement.Agreements;
import app.accord.audit.Audit;
import app.accord.authoring.OwnExerciseRoutes;
import app.accord.authoring.OwnExercises;
import app.accord.checkin.Answering;
import app.accord.checkin.CheckinRoutes;
import app.accord.checkin.Checkins;
import app.accord.checkin.QuestionFiles;
import app.accord.checkin.SessionScales;
import app.accord.checkin.WorthALook;
import app.accord.couple.Couples;
import app.accord.db.Db;
import app.accord.diary.Diaries;
import app.accord.diary.DiaryRoutes;
import app.accord.draft.DraftRoutes;
import app.accord.draft.Drafts;
import app.accord.homework.Assignments;
import app.accord.homework.HomeworkFollower;
import app.accord.homework.HomeworkRoutes;
import app.accord.homework.Tasks;
import app.accord.http.Api;
import app.accord.instrument.Asking;
import app.accord.instrument.InstrumentRoutes;
import app.accord.instrument.Instruments;
import app.accord.instrument.Questionnaires;
import app.accord.library.Library;
import app.accord.message.MessageDrafts;
import app.accord.message.MessageRoutes;
import app.accord.message.Messages;
import app.accord.note.NoteRoutes;
import app.accord.note.Notes;
import app.accord.practice.PartnerPages;
import app.accord.practice.PracticeRoutes;
import app.accord.practice.TherapistPages;
import app.accord.progress.Letters;
import app.accord.progress.ProgressRoutes;
import app.accord.progress.SharedProgress;
import app.accord.progress.SmallWins;
import app.accord.record.RecordRoutes;
import app.accord.record.Records;
import app.accord.room.live.Follower;
import app.accord.room.live.Journal;
import app.accord.room.live.Rooms;
import app.accord.seal.Seal;
import app.accord.session.Exercises;
import app.accord.session.JournalPages;
import app.accord.session.RoomExercises;
import app.accord.session.SessionFollower;
import app.accord.session.SessionRoutes;
import app.accord.session.Sessions;
import java.time.Clock;
import java.util.List;

/**
 * The part of the composition root that puts together what belongs to cases: sessions, drafts,
 * homework, check-ins, and what is written between sessions.
 */
public final class Cases {
  private final Db db;
  private final Seal seal;
  private final Journal journal;
  private final Library library;
  private final Clock clock;
  private final JournalPages pages;
  private final AgreementFollower agreements = new AgreementFollower();

  public Cases(Db db, Seal seal, Journal journal, Library library, Clock clock) {
    this.db = db;
    this.seal = seal;
    this.journal = journal;
    this.library = library;
    this.clock = clock;
    this.pages = new JournalPages(db, journal, seal, library, clock);
  }

  /** What must hear of committed events, so that what is made of them stays true. */
  public List<Follower> followers() {
    return List.of(new SessionFollower(pages), new HomeworkFollower(db), agreements);
  }

  /** Hangs up all operations. */
  public void hangUp(Api api, Rooms rooms) {
    var audit = new Audit(db);
    var couples = new Couples(seal);
    var exercises = new Exercises(library);
    var sessions = new Sessions(db, couples, exercises, pages, clock);
    var questions = QuestionFiles.shipped();
    var checkins = new Checkins(db, seal, couples, questions.weekly(), clock);
    var scales = new SessionScales(db, seal, couples, questions.afterSession(), clock);
    var looks = new WorthALook(db, seal, couples, questions, clock);
    new PracticeRoutes(
            new TherapistPages(db, couples, sessions, exercises, pages, looks, clock),
            new PartnerPages(db, couples, sessions, checkins, scales, clock),
            audit)
        .hangUp(api);
    new SessionRoutes(
            sessions,
            new app.accord.session.Rooms(db, couples, exercises, clock),
            new RoomExercises(db, couples, library),
            audit)
        .hangUp(api);
    new CheckinRoutes(
            checkins,
            new Answering(db, seal, couples, questions.weekly(), clock),
            scales,
            looks,
            audit)
        .hangUp(api);
    new DraftRoutes(new Drafts(db, seal, clock), audit).hangUp(api);
    new HomeworkRoutes(
            new Tasks(db, couples, library, journal, rooms, clock),
            new Assignments(db, couples, library, journal, rooms, clock),
            audit)
        .hangUp(api);
    new MessageRoutes(
            new Messages(db, seal, couples, clock),
            new MessageDrafts(db, seal, couples, clock),
            audit)
        .hangUp(api);
    new DiaryRoutes(new Diaries(db, seal, couples, clock), audit).hangUp(api);
    new RecordRoutes(new Records(db, seal, couples, journal, library, pages, clock), audit)
        .hangUp(api);
    new AgreementRoutes(
            new Agreements(db, seal, couples, journal, library, rooms, clock, agreements), audit)
        .hangUp(api);
    new NoteRoutes(new Notes(db, seal, couples, clock), audit).hangUp(api);
    new ProgressRoutes(
            new SharedProgress(db, seal, couples, exercises, pages, clock),
            new Letters(db, seal, couples, clock),
            new SmallWins(db, seal, couples),
            audit)
        .hangUp(api);
    new OwnExerciseRoutes(new OwnExercises(db, seal, library, clock)).hangUp(api);
    new InstrumentRoutes(
            new Instruments(db, clock),
            new Asking(db, seal, couples, clock),
            new Questionnaires(db, seal, couples, clock),
            audit)
        .hangUp(api);
  }
}
