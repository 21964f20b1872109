package app.accord.couple;

import app.accord.kernel.PersonId;
import java.time.ZoneId;

/** Who reads a page, and how: the language and the zone are the reader's own. */
public record Reader(PersonId id, String shortName, String language, ZoneId zone) {}
