@org.jspecify.annotations.NullMarked
package app.accord.homework;
