package app.accord.identity;

import java.util.Optional;

/** What a checked logout token says: this session, or all of this person. */
record LogoutToken(String issuer, Optional<String> sid, Optional<String> sub, String id) {}
