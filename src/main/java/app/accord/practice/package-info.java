/** What people find when they come in: the therapist's day, the workspace, a partner's home. */
@org.jspecify.annotations.NullMarked
package app.accord.practice;
