/** Who opened and read what. */
@org.jspecify.annotations.NullMarked
package app.accord.audit;
