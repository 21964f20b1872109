/** What everybody may use: ids, problems, settings. It imports nothing of Accord. */
@org.jspecify.annotations.NullMarked
package app.accord.kernel;
