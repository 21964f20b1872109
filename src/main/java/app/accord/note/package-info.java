/** A therapist's private notes: on the screen beside the room and in a couple's workspace. */
@org.jspecify.annotations.NullMarked
package app.accord.note;
