package app.accord.faults;

import app.accord.faults.Evidence.Delivered;
import app.accord.faults.Evidence.Memory;
import app.accord.faults.Evidence.Outcome;
import app.accord.faults.Evidence.Row;
import app.accord.faults.Evidence.Sent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Proves from the journal and the members' memories that nothing was lost, doubled or reordered. It
 * knows nothing of how the server works.
 */
final class Checker {
  private final Evidence evidence;
  private final List<String> faults = new ArrayList<>();

  private Checker(Evidence evidence) {
    this.evidence = evidence;
  }

  /** One sentence for each fault. */
  static List<String> check(Evidence evidence) {
    var checker = new Checker(evidence);
    checker.journalHasNoGap();
    evidence.members().forEach(checker::member);
    return List.copyOf(checker.faults);
  }

  private void journalHasNoGap() {
    long expected = 1;
    for (Row row : evidence.journal()) {
      if (row.seq() != expected) {
        faults.add("the journal has %d where %d belongs".formatted(row.seq(), expected));
      }
      expected = row.seq() + 1;
    }
  }

  private void member(Memory member) {
    delivered(member);
    commands(member);
  }

  /** What came is 1..n of the journal as far as it is for this seat: all, once, in order. */
  private void delivered(Memory member) {
    List<String> stream = stream(member);
    var strangers = new HashSet<>(stream);
    long expected = 1;
    for (Delivered event : member.delivered()) {
      if (event.n() != expected) {
        say(member, "got number %d where %d belongs".formatted(event.n(), expected));
      }
      if (!strangers.contains(event.body())) {
        say(member, "got what is not in the journal for this seat: number " + event.n());
      } else if (event.n() > stream.size()
          || !stream.get((int) event.n() - 1).equals(event.body())) {
        say(member, "got number %d with another event".formatted(event.n()));
      }
      expected = event.n() + 1;
    }
    if (expected != stream.size() + 1) {
      say(member, "ends with %d of %d events".formatted(expected - 1, stream.size()));
    }
  }

  private List<String> stream(Memory member) {
    return evidence.journal().stream()
        .filter(row -> row.audience().reaches(member.seat()))
        .map(Row::body)
        .toList();
  }

  private void commands(Memory member) {
    Map<UUID, List<Row>> rows = rowsOf(member);
    long last = 0;
    for (Sent sent : member.sent()) {
      List<Row> found = rows.getOrDefault(sent.id(), List.of());
      if (found.size() > 1) {
        say(member, "a command is %d times in the journal: %s".formatted(found.size(), sent.id()));
      }
      switch (sent.outcome()) {
        case Outcome.Acked(long n) -> acked(member, sent, n, found);
        case Outcome.Refused() -> {
          if (!found.isEmpty()) {
            say(member, "a refused command was done: " + sent.id());
          }
        }
        case Outcome.Unknown() -> {}
      }
      if (!found.isEmpty()) {
        if (found.getFirst().seq() < last) {
          say(member, "a command was done before one that was sent earlier: " + sent.id());
        }
        last = found.getFirst().seq();
      }
    }
    member.sent().forEach(sent -> rows.remove(sent.id()));
    rows.keySet().forEach(id -> say(member, "the journal has a command that nobody sent: " + id));
  }

  private void acked(Memory member, Sent sent, long n, List<Row> found) {
    if (found.isEmpty()) {
      say(member, "a confirmed command is lost: " + sent.id());
    } else if (n < numberOf(found.getFirst(), member)) {
      say(member, "a command was confirmed with the number of an earlier event: " + sent.id());
    }
  }

  /** How long this member's stream was after that row. */
  private long numberOf(Row row, Memory member) {
    return evidence.journal().stream()
        .filter(each -> each.seq() <= row.seq() && each.audience().reaches(member.seat()))
        .count();
  }

  private Map<UUID, List<Row>> rowsOf(Memory member) {
    var rows = new HashMap<UUID, List<Row>>();
    for (Row row : evidence.journal()) {
      if (row.command() != null && row.author() == member.seat()) {
        rows.computeIfAbsent(row.command(), _ -> new ArrayList<>()).add(row);
      }
    }
    return rows;
  }

  private void say(Memory member, String what) {
    faults.add(member.seat().wire() + ": " + what);
  }
}
