package app.accord.db;

import app.accord.kernel.CommandId;
import app.accord.kernel.CoupleId;
import app.accord.kernel.PersonId;
import app.accord.kernel.PracticeId;
import app.accord.kernel.RoomId;
import app.accord.kernel.SessionId;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Our types as the driver wants them. */
final class Args {
  private Args() {}

  static Tuple of(@Nullable Object... args) {
    Tuple tuple = Tuple.tuple();
    for (Object arg : args) {
      tuple.addValue(plain(arg));
    }
    return tuple;
  }

  private static @Nullable Object plain(@Nullable Object arg) {
    return switch (arg) {
      case null -> null;
      case PersonId id -> id.value();
      case CoupleId id -> id.value();
      case RoomId id -> id.value();
      case SessionId id -> id.value();
      case PracticeId id -> id.value();
      case CommandId id -> id.value();
      case Instant at -> at.atOffset(ZoneOffset.UTC);
      case byte[] bytes -> Buffer.buffer(bytes);
      default -> arg;
    };
  }
}
