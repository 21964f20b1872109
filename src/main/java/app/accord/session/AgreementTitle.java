package app.accord.session;

import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.AgreementMade;
import app.accord.room.RoomEvent.AgreementNamed;
import app.accord.room.RoomEvent.ChangeSuggested;
import app.accord.room.RoomEvent.LineAdded;
import app.accord.room.RoomEvent.LineChanged;
import app.accord.room.RoomEvent.LineRemoved;
import app.accord.room.RoomEvent.SuggestionTaken;
import app.accord.room.Where;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a list calls an agreement: its name, or else its first line, as it stood when all had
 * signed.
 */
public final class AgreementTitle {
  private final Where where;
  private final Map<UUID, String> lines = new LinkedHashMap<>();
  private final Map<UUID, String> suggested = new HashMap<>();
  private String name = "";

  /**
   * @param where of the agreement; rounds of its step are the same agreement
   */
  public AgreementTitle(Where where) {
    this.where = where;
  }

  /**
   * @param stream of somebody who reads all of the agreement, oldest first
   */
  static String of(List<RoomEvent> stream, AgreementMade made) {
    var title = new AgreementTitle(made.where());
    for (RoomEvent event : stream) {
      if (event.equals(made)) {
        break;
      }
      title.take(event);
    }
    return title.text();
  }

  /** What it is called after the events so far; empty while nothing is written. */
  public String text() {
    return name.isBlank() ? lines.values().stream().findFirst().orElse("") : name;
  }

  /** Any event of a stream that reads all of the agreement, oldest first. */
  public void take(RoomEvent event) {
    switch (event) {
      case AgreementNamed(var at, _, var text) when isHere(at) -> name = text;
      case LineAdded(var at, _, var line, var text) when isHere(at) -> lines.put(line, text);
      case LineChanged(var at, _, var line, _, var text) when isHere(at) -> lines.put(line, text);
      case LineRemoved(var at, _, var line) when isHere(at) -> lines.remove(line);
      case ChangeSuggested(var at, _, _, var suggestion, var text) when isHere(at) ->
          suggested.put(suggestion, text);
      case SuggestionTaken(var at, _, var suggestion, var line, _) when isHere(at) ->
          lines.computeIfPresent(line, (_, before) -> suggested.getOrDefault(suggestion, before));
      // Signatures, other steps, and whatever else happens in a room change no words here.
      case RoomEvent _ -> {}
    }
  }

  private boolean isHere(Where at) {
    return at.run() == where.run() && at.step().equals(where.step());
  }
}
