/** Pages that somebody takes along on paper: sets texts as a PDF, and knows no page of Accord's. */
@org.jspecify.annotations.NullMarked
package app.accord.paper;
