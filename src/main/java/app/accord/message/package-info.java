/** Messages between sessions: one thread for each partner with the therapist, and one of all. */
@org.jspecify.annotations.NullMarked
package app.accord.message;
