/**
 * What a couple has built and chosen to keep: letters, small wins, lines, what was done together.
 */
@org.jspecify.annotations.NullMarked
package app.accord.progress;
