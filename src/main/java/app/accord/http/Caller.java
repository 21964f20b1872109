package app.accord.http;

import app.accord.kernel.PersonId;
import app.accord.kernel.Role;
import java.util.Set;

/**
 * Who asks, known by a live browser session.
 *
 * @param session the session's hash in hex: for watching it and ending it, worth nothing as a
 *     cookie
 */
public record Caller(PersonId person, Set<Role> roles, String session) {
  public boolean is(Role role) {
    return roles.contains(role);
  }
}
