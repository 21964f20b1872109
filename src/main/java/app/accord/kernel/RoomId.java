package app.accord.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A room: a live session, or one that stays open for days. */
public record RoomId(@JsonValue UUID value) {

  /** Reads the canonical form; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static RoomId of(String text) {
    return new RoomId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
