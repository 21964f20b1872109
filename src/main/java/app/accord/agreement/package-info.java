/** Agreements between sessions: what was agreed, how it goes, new words, and its end. */
@org.jspecify.annotations.NullMarked
package app.accord.agreement;
