package app.accord.room;

import java.util.List;

/** What the room answers to a command: the events that it causes, or the reason why not. */
public sealed interface Decision {

  /** May be empty: what was asked for is so already. */
  record Accepted(List<Told> events) implements Decision {}

  record Refused(Refusal why) implements Decision {}
}
