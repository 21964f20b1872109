/** Talking on the event bus, in one way. */
@org.jspecify.annotations.NullMarked
package app.accord.bus;
