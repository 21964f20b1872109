/** Planned sessions, their rooms over REST, and the pages that follow their journals. */
@org.jspecify.annotations.NullMarked
package app.accord.session;
