package app.accord.session;

import java.time.Instant;

/** How many sessions a couple has had, and when the last one began. */
public record PastSessions(int count, Instant last) {}
