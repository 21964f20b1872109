package app.accord.seal;

/**
 * A sealed value that does not open although its key is there: somebody changed it or moved it.
 * There is no plain text to fall back to (S-71).
 */
public final class Broken extends RuntimeException {
  Broken(Place place) {
    super("a sealed value was changed: " + place.table() + "." + place.column());
  }
}
