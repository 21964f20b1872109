package app.accord.identity;

import app.accord.kernel.Role;
import java.time.Instant;
import java.util.Set;

/** What a checked ID token says of somebody. */
record IdToken(
    String issuer,
    String sub,
    String sid,
    Set<Role> roles,
    String name,
    String shortName,
    Instant authTime,
    String acr) {}
