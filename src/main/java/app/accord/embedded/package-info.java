/**
 * PostgreSQL, Keycloak and a mail catcher, started for whoever tries Accord or tests it. Nothing
 * here runs in {@code serve}.
 */
@org.jspecify.annotations.NullMarked
package app.accord.embedded;
