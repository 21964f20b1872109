package app.accord.room;

import static app.accord.room.Scene.DANIEL;
import static app.accord.room.Scene.MARTA;
import static app.accord.room.Scene.NOOR;

import java.util.List;

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
