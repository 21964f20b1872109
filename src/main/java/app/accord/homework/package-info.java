/** Homework: what the therapist gives for the days between two sessions, and what comes of it. */
@org.jspecify.annotations.NullMarked
package app.accord.homework;
