/** The heart, pure: what may happen in a room, and what has. No clock, no random, no I/O. */
@org.jspecify.annotations.NullMarked
package app.accord.room;
