/** Exercises that therapists write themselves: drafts, checks, publishing, files in and out. */
@org.jspecify.annotations.NullMarked
package app.accord.authoring;
