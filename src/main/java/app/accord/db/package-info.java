/** The one gateway to PostgreSQL. Everything that is read or written goes through {@code Db}. */
@org.jspecify.annotations.NullMarked
package app.accord.db;
