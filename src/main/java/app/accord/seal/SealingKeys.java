package app.accord.seal;

import java.util.List;

/**
 * A room's keys with one for each owner whose words are about to be sealed.
 *
 * @param known what was there before
 * @param all with those made just now
 * @param first those made just now; until they are kept, nothing that they sealed may be
 */
public record SealingKeys(RoomKeys known, RoomKeys all, List<FirstKey> first) {}
