/** What people wrote, sealed before it reaches SQL. The only package that knows a cipher. */
@org.jspecify.annotations.NullMarked
package app.accord.seal;
