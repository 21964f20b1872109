package app.accord.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One command, named by the client, so that sending it twice is one act. */
public record CommandId(@JsonValue UUID value) {

  /** Reads the canonical form; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static CommandId of(String text) {
    return new CommandId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
