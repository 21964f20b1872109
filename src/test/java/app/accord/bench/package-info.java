/** That the yardstick in src/bench still fits the product that it measures. */
@org.jspecify.annotations.NullMarked
package app.accord.bench;
