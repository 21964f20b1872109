package app.accord.room;

import app.accord.room.RoomEvent.AgreementMade;
import app.accord.room.RoomEvent.AgreementNamed;
import app.accord.room.RoomEvent.AgreementSigned;
import app.accord.room.RoomEvent.AgreementTakenUp;
import app.accord.room.RoomEvent.ChangeSuggested;
import app.accord.room.RoomEvent.LineAdded;
import app.accord.room.RoomEvent.LineChanged;
import app.accord.room.RoomEvent.LineRemoved;
import app.accord.room.RoomEvent.ReviewDaySet;
import app.accord.room.RoomEvent.Signature;
import app.accord.room.RoomEvent.SignatureTakenBack;
import app.accord.room.RoomEvent.SuggestionLeft;
import app.accord.room.RoomEvent.SuggestionTaken;
import app.accord.room.RoomEvent.TextOpened;
import app.accord.room.RoomEvent.Version;
import app.accord.room.RoomEvent.WrittenLine;
import app.accord.room.RoomEvent.WrittenSuggestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One agreement as the events of its step tell it: the text as it stands, who has signed it, and
 * what all have signed before. A signature is on the words whose digest it bears and on no others,
 * so it is asked of each whether it fits.
 */
public final class AgreementHistory {
  private final int run;
  private final String step;
  private final Map<Seat, Signature> signatures = new LinkedHashMap<>();
  private final List<Version> versions = new ArrayList<>();
  private int round;
  private Agreement now = Agreement.BLANK;

  /** Of the agreement that is written at this step, in whatever round. */
  public AgreementHistory(int run, String step) {
    this.run = run;
    this.step = step;
  }

  /** The step of an event that belongs to an agreement; null for all others. */
  public static @Nullable Where where(RoomEvent event) {
    return switch (event) {
      case AgreementNamed it -> it.where();
      case LineAdded it -> it.where();
      case LineChanged it -> it.where();
      case LineRemoved it -> it.where();
      case ChangeSuggested it -> it.where();
      case SuggestionTaken it -> it.where();
      case SuggestionLeft it -> it.where();
      case ReviewDaySet it -> it.where();
      case AgreementSigned it -> it.where();
      case SignatureTakenBack it -> it.where();
      case AgreementMade it -> it.where();
      case AgreementTakenUp it -> it.where();
      case TextOpened it -> it.where();
      case RoomEvent _ -> null;
    };
  }

  /**
   * The next event of the room.
   *
   * @param by whose name stands beside it
   * @param on the day, by the couple's calendar
   */
  public void take(@Nullable Seat by, LocalDate on, RoomEvent event) {
    @Nullable Where where = where(event);
    if (where == null || where.run() != run || !where.step().equals(step)) {
      return;
    }
    if (where.round() > round) {
      // A new round is an empty page; what was signed in an earlier one is still signed.
      round = where.round();
      now = Agreement.BLANK;
      signatures.clear();
    }
    if (by == null) {
      takeRooms(on, event);
    } else {
      takeTheirs(by, on, event);
    }
  }

  private void takeRooms(LocalDate on, RoomEvent event) {
    switch (event) {
      case AgreementTakenUp copy -> begin(copy);
      case TextOpened _ -> {
        signatures.clear();
        now = now.opened();
      }
      case AgreementMade made -> made(made, on);
      case RoomEvent _ -> {}
    }
  }

  private void takeTheirs(Seat by, LocalDate on, RoomEvent event) {
    switch (event) {
      case AgreementNamed it -> reword(text -> text.named(it.version(), it.text()));
      case LineAdded it ->
          reword(text -> text.line(it.version(), it.line(), new Agreement.Line(by, 1, it.text())));
      case LineChanged it ->
          reword(
              text ->
                  text.line(
                      it.version(),
                      it.line(),
                      new Agreement.Line(by, it.lineVersion(), it.text())));
      case SuggestionTaken it ->
          reword(text -> text.took(it.version(), it.suggestion(), it.lineVersion()));
      case LineRemoved it -> reword(text -> text.removed(it.version(), it.line()));
      case ChangeSuggested it ->
          now =
              now.suggested(
                  it.suggestion(),
                  new Agreement.Suggestion(by, it.line(), it.lineVersion(), it.text()));
      case SuggestionLeft it -> now = now.left(it.suggestion());
      case ReviewDaySet it -> now = now.reviewedIn(it.days());
      case AgreementSigned it -> {
        if (it.digest().equals(now.digest())) {
          signatures.put(by, new Signature(by, it.digest(), on));
        }
      }
      case SignatureTakenBack _ -> signatures.remove(by);
      case RoomEvent _ -> {}
    }
  }

  private void reword(UnaryOperator<Agreement> change) {
    signatures.clear();
    now = change.apply(now);
  }

  /** Signed again without another word, it is the version that it was. */
  private void made(AgreementMade made, LocalDate on) {
    now = now.done();
    var version =
        new Version(
            made.version(),
            now.name(),
            texts(),
            List.copyOf(signatures.values()),
            on,
            made.reviewOn());
    if (versions.isEmpty() || versions.getLast().version() != made.version()) {
      versions.add(version);
    }
  }

  private void begin(AgreementTakenUp copy) {
    now = text(copy);
    copy.signed().forEach(signature -> signatures.put(signature.seat(), signature));
    versions.addAll(copy.made());
  }

  private List<String> texts() {
    return now.lines().values().stream().map(Agreement.Line::text).toList();
  }

  // What came of it

  /** The text as it stands. */
  public Agreement text() {
    return now;
  }

  /** Who has signed these very words, in the order of signing. */
  public List<Signature> signed() {
    return List.copyOf(signatures.values());
  }

  /** What all have signed, from old to new. */
  public List<Version> versions() {
    return List.copyOf(versions);
  }

  /** All of it, for a room of its own. */
  public AgreementTakenUp copy() {
    return new AgreementTakenUp(
        new Where(1, step, 1),
        now.version(),
        now.made(),
        versions.isEmpty() ? null : versions.getLast().reviewOn(),
        now.reviewDays(),
        now.name(),
        now.lines().entrySet().stream()
            .map(
                line ->
                    new WrittenLine(
                        line.getKey(),
                        line.getValue().by(),
                        line.getValue().version(),
                        line.getValue().text()))
            .toList(),
        now.suggestions().entrySet().stream()
            .map(
                one ->
                    new WrittenSuggestion(
                        one.getKey(),
                        one.getValue().by(),
                        one.getValue().line(),
                        one.getValue().lineVersion(),
                        one.getValue().text()))
            .toList(),
        signed(),
        versions());
  }

  // Copies

  /** Whether each signature in it is on the words that it stands under. */
  static boolean fits(AgreementTakenUp copy) {
    boolean text = areOn(text(copy).digest(), copy.signed());
    boolean made =
        copy.made().stream()
            .allMatch(
                version ->
                    areOn(Agreement.digest(version.name(), version.lines()), version.signed()));
    boolean force = (copy.lookOn() == null) == copy.made().isEmpty();
    return text && made && force && (!copy.signedByAll() || !copy.made().isEmpty());
  }

  private static boolean areOn(String digest, List<Signature> signed) {
    return signed.stream().allMatch(signature -> signature.digest().equals(digest));
  }

  /** The text that was taken up. */
  static Agreement text(AgreementTakenUp copy) {
    Map<UUID, Agreement.Line> lines = new LinkedHashMap<>();
    copy.lines()
        .forEach(
            line ->
                lines.put(line.line(), new Agreement.Line(line.by(), line.version(), line.text())));
    Map<UUID, Agreement.Suggestion> suggestions = new LinkedHashMap<>();
    copy.suggestions()
        .forEach(
            one ->
                suggestions.put(
                    one.suggestion(),
                    new Agreement.Suggestion(one.by(), one.line(), one.lineVersion(), one.text())));
    Agreement text =
        new Agreement(
            copy.version(),
            copy.name(),
            java.util.Collections.unmodifiableMap(lines),
            java.util.Collections.unmodifiableMap(suggestions),
            copy.reviewDays(),
            java.util.Set.of(),
            copy.signedByAll());
    for (Signature signature : copy.signed()) {
      text = text.signedBy(signature.seat());
    }
    return text;
  }
}
