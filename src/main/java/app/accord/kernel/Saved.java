package app.accord.kernel;

/**
 * What came of saving a text as it is typed. Whoever saves says which version the words are written
 * on, so that of two pages neither writes over the other unseen.
 */
public sealed interface Saved {

  /** It is kept. The same words sent twice are one writing. */
  record Kept(int version) implements Saved {}

  /** Another page has changed it since. Nothing was written over. */
  record Elsewhere() implements Saved {}

  /** There is nothing, or nothing of one's own, and no place for it. */
  record Nowhere() implements Saved {}
}
