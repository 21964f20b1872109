package app.accord.library;

import app.accord.kernel.PersonId;

/**
 * A therapist's own exercise as one reader finds it.
 *
 * @param withdrawn it has a title still, and can not be begun any more
 */
record OnShelf(String exercise, String digest, PersonId author, boolean withdrawn) {}
