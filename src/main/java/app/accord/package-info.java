/** The composition root: how the parts of Accord become a program. Nobody imports it. */
@org.jspecify.annotations.NullMarked
package app.accord;
