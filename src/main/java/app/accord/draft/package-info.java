/** Words that their author has not handed in yet. */
@org.jspecify.annotations.NullMarked
package app.accord.draft;
