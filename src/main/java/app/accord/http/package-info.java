/** The server: routes by the contract, headers, problems. */
@org.jspecify.annotations.NullMarked
package app.accord.http;
