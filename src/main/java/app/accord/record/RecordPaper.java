package app.accord.record;

import app.accord.couple.Member;
import app.accord.paper.Paper;
import app.accord.paper.PaperWords;
import app.accord.record.SessionRecord.Addition;
import app.accord.record.SessionRecord.Signature;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A session's record as it goes into a file of paper. */
record RecordPaper(SessionRecord record, PaperWords words) {

  Paper paper() {
    var paper = new Paper(words);
    paper.title(words.say("record.title", String.valueOf(record.number())));
    signature(paper);
    facts(paper, record.facts());
    paper.heading(words.say("record.words"));
    paper.words(record.text().isBlank() ? words.say("record.noWords") : record.text());
    if (!record.additions().isEmpty()) {
      paper.heading(words.say("record.additions"));
      for (Addition added : record.additions()) {
        paper
            .words(added.text())
            .small(words.say("record.added", added.by(), words.day(added.at(), zone())));
      }
    }
    return paper;
  }

  private void signature(Paper paper) {
    @Nullable Signature signed = record.signed();
    if (signed == null) {
      paper.small(words.say("record.unsigned"));
      return;
    }
    paper.small(
        words.say(
            "record.signed",
            signed.by(),
            words.day(signed.at(), zone()),
            words.time(signed.at(), zone())));
    if (signed.digest() != null) {
      paper.small(words.say("record.digest", signed.digest()));
    }
  }

  private void facts(Paper paper, RecordFacts facts) {
    paper.heading(words.say("record.facts"));
    String day = words.day(facts.startsAt(), zone());
    String from = words.time(facts.startsAt(), zone());
    @Nullable Instant end = facts.endedAt();
    paper.plain(
        end == null
            ? words.say("record.when", day, from)
            : words.say("record.whenUntil", day, from, words.time(end, zone())));
    paper.plain(words.say("record." + facts.place()));
    paper.plain(
        words.say("record.present", listed(facts.present().stream().map(Member::name).toList())));
    if (facts.exercises().isEmpty()) {
      paper.plain(words.say("record.noExercise"));
    }
    facts.exercises().forEach(exercise -> exercise(paper, exercise));
  }

  private void exercise(Paper paper, Facts.Exercise exercise) {
    paper.strong(
        exercise.minutes() == null
            ? exercise.title()
            : words.say("record.minutes", exercise.title(), String.valueOf(exercise.minutes())));
    line(paper, "record.steps", exercise.steps());
    line(paper, "record.opened", exercise.opened().stream().map(Facts.Opened::title).toList());
    line(paper, "record.closed", exercise.closed());
    line(paper, "record.chosen", exercise.chosen());
    exercise.saidBack().forEach(said -> paper.plain(words.say("record.saidBack", said)));
    exercise
        .agreements()
        .forEach(agreed -> paper.plain(words.say("record.agreement", agreed.title())));
  }

  private void line(Paper paper, String key, List<String> of) {
    if (!of.isEmpty()) {
      paper.plain(words.say(key, listed(of)));
    }
  }

  private static String listed(List<String> of) {
    return of.stream().collect(Collectors.joining(", "));
  }

  private ZoneId zone() {
    return ZoneId.of(record.zone());
  }
}
