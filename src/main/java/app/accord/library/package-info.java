/** The exercises that can be started, and all that rooms ever started with. */
@org.jspecify.annotations.NullMarked
package app.accord.library;
