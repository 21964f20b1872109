@org.jspecify.annotations.NullMarked
package app.accord.agreement;
