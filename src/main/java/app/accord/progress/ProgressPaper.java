package app.accord.progress;

import app.accord.couple.Member;
import app.accord.paper.Paper;
import app.accord.paper.PaperWords;
import app.accord.room.Seat;
import java.time.ZoneId;

/** The shared page as it is taken along on paper. */
record ProgressPaper(Progress progress, PaperWords words) {

  Paper paper() {
    var zone = ZoneId.of(progress.zone());
    var paper = new Paper(words);
    paper.title(words.say("progress.title"));
    paper.small(words.say("progress.of", words.day(progress.now(), zone)));
    letters(paper, zone);
    wins(paper, zone);
    learned(paper);
    done(paper);
    return paper;
  }

  private void letters(Paper paper, ZoneId zone) {
    if (!progress.letters().isEmpty()) {
      paper.heading(words.say("progress.letters", name(Seat.THERAPIST)));
      for (Progress.Letter letter : progress.letters()) {
        paper.words(letter.text()).small(words.day(letter.at(), zone));
      }
    }
  }

  private void wins(Paper paper, ZoneId zone) {
    if (!progress.wins().isEmpty()) {
      paper.heading(words.say("progress.wins"));
      for (Progress.Win win : progress.wins()) {
        String day = words.day(win.at(), zone);
        paper
            .words(win.text())
            .small(win.by() == null ? day : words.say("progress.by", name(win.by()), day));
      }
    }
  }

  private void learned(Paper paper) {
    if (!progress.learned().isEmpty()) {
      paper.heading(words.say("progress.learned"));
      for (Progress.Line line : progress.learned()) {
        paper.words(line.text()).small(words.say("progress.kept", words.day(line.on())));
      }
    }
  }

  private void done(Paper paper) {
    paper.heading(words.say("progress.done"));
    if (progress.done().isEmpty()) {
      paper.plain(words.say("progress.nothing"));
    }
    for (Progress.Done done : progress.done()) {
      String day = words.day(done.on());
      paper
          .strong(done.title())
          .small(done.inSession() ? words.say("progress.inSession", day) : day);
    }
    if (!progress.sessions().isEmpty()) {
      paper.heading(words.say("progress.sessions"));
      progress.sessions().forEach(day -> paper.plain(words.day(day)));
    }
  }

  private String name(Seat seat) {
    return progress.members().stream()
        .filter(member -> member.seat() == seat)
        .map(Member::name)
        .findFirst()
        .orElse("");
  }
}
