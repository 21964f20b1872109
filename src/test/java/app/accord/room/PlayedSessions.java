package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;

import app.accord.kernel.CommandId;
import app.accord.kernel.Ids;
import app.accord.kernel.PersonId;
import app.accord.room.live.Journal;
import app.accord.testing.TestCase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whole sessions for what is made of journals elsewhere. */
public final class PlayedSessions {
  private static final int MOVES = 200;

  private PlayedSessions() {}

  /** "Trust or control", all rows of content.md 8, with the end of the session. */
  public static Scene trustOrControl() {
    Scene scene = Scene.session();
    Sessions.trustOrControl(scene);
    return scene.does(MARTA, new RoomCommand.CloseRoom());
  }

  /** What happened there as a journal of this couple has it, so that it ends then. */
  public static List<Journal.Entry> entries(Scene scene, TestCase house, Instant endsAt) {
    List<Scene.Happened> happened = scene.happened();
    long later = endsAt.getEpochSecond() - happened.getLast().at().getEpochSecond();
    return happened.stream()
        .map(
            one ->
                new Journal.Entry(
                    one.at().plusSeconds(later),
                    one.told().by(),
                    one.told().by(),
                    person(one.told().by(), house),
                    new CommandId(Ids.random()),
                    one.told().audience(),
                    one.told().event()))
        .toList();
  }

  private static @Nullable PersonId person(@Nullable Seat seat, TestCase house) {
    return switch (seat) {
      case null -> null;
      case PARTNER_1 -> house.one();
      case PARTNER_2 -> house.two();
      default -> house.therapist();
    };
  }

  /** Whatever three people might do, mostly what makes sense. */
  public static Scene anyOf(long seed) {
    Scene scene = Scene.session();
    var player = new Player(seed, NOOR, DANIEL, MARTA);
    for (int i = 0; i < MOVES; i++) {
      Player.Move move = player.next(scene.state());
      if (move.command() instanceof RoomCommand.CloseRoom && i < MOVES - 20) {
        continue;
      }
      if (scene.decide(move.by(), move.command()) instanceof Decision.Accepted(List<Told> events)) {
        events.forEach(scene::happens);
      }
    }
    return scene;
  }
}
