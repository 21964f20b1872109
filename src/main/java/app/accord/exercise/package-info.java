/**
 * Exercises: their form, reading and checking their files, the library. Pure but for reading files.
 */
@org.jspecify.annotations.NullMarked
package app.accord.exercise;
