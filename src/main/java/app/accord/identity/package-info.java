/** Signing in and out, browser sessions, and the one check of Keycloak's tokens. */
@org.jspecify.annotations.NullMarked
package app.accord.identity;
