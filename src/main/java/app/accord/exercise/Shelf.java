package app.accord.exercise;

import java.util.Optional;

/** Finds an exercise: what may be started now, and what a room started with once. */
public interface Shelf {

  /** The newest published version, in English, which is the room's own language. */
  Optional<Exercise> current(String id);

  /** What a room started with, also after an upgrade dropped the file. */
  Optional<Exercise> byDigest(String digest);
}
