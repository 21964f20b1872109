/** The record of a session: facts from the room's journal, the therapist's words, a signature. */
@org.jspecify.annotations.NullMarked
package app.accord.record;
