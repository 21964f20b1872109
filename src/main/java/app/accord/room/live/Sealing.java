package app.accord.room.live;

import app.accord.kernel.CommandId;
import app.accord.kernel.RoomId;
import app.accord.room.Audience;
import app.accord.room.Events;
import app.accord.room.Seat;
import app.accord.room.live.Journal.Batch;
import app.accord.room.live.Journal.Entry;
import app.accord.seal.FirstKey;
import app.accord.seal.Owner;
import app.accord.seal.Place;
import app.accord.seal.RoomKeys;
import app.accord.seal.Sealed;
import app.accord.seal.SealingKeys;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a batch's events apart and seals their words, before anything of them goes near SQL. */
final class Sealing {
  private Sealing() {}

  /** A batch as the database will have it. */
  record SealedBatch(
      RoomId room, long expected, List<SealedEntry> entries, List<FirstKey> firstKeys) {}

  /**
   * An entry as the database will have it.
   *
   * @param command on the last event that it caused, and null on those before
   */
  record SealedEntry(
      Entry entry,
      @Nullable CommandId command,
      String type,
      int version,
      String facts,
      @Nullable UUID wordsId,
      @Nullable Sealed words) {}

  /** A batch taken apart, and not sealed yet. */
  record OpenBatch(Batch batch, List<Events.Written> written) {}

  static OpenBatch takeApart(Batch batch) {
    return new OpenBatch(
        batch, batch.entries().stream().map(entry -> Events.write(entry.event())).toList());
  }

  /** Whose keys this batch needs. */
  static List<Owner> owners(OpenBatch open, RoomKeys known) {
    var owners = new LinkedHashSet<Owner>();
    for (int i = 0; i < open.written().size(); i++) {
      if (open.written().get(i).words() != null) {
        owners.add(owner(open.batch().entries().get(i), known));
      }
    }
    return List.copyOf(owners);
  }

  static SealedBatch seal(OpenBatch open, SealingKeys keys) {
    List<Entry> entries = open.batch().entries();
    var sealed = new ArrayList<SealedEntry>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      CommandId command = entries.get(i).command();
      boolean last =
          i + 1 == entries.size() || !Objects.equals(command, entries.get(i + 1).command());
      sealed.add(seal(entries.get(i), open.written().get(i), last ? command : null, keys.all()));
    }
    return new SealedBatch(open.batch().room(), open.batch().expected(), sealed, keys.first());
  }

  static Place place(UUID wordsId) {
    return Place.of("words", "sealed", wordsId);
  }

  private static SealedEntry seal(
      Entry entry, Events.Written written, @Nullable CommandId command, RoomKeys keys) {
    @Nullable UUID id = null;
    @Nullable Sealed words = null;
    if (written.words() != null) {
      // Random and not time-ordered: it must not tell when words were written.
      id = UUID.randomUUID();
      words =
          keys.of(owner(entry, keys))
              .orElseThrow(() -> new NoSuchElementException("no key to seal with"))
              .seal(place(id), written.words().toString());
    }
    return new SealedEntry(
        entry, command, written.type(), written.version(), written.facts().toString(), id, words);
  }

  /**
   * What reaches one partner, alone or with the therapist, is sealed with that partner's key,
   * whoever said it; what reaches therapists only with the case's; all else belongs to the couple
   * (decisions.md 17).
   */
  private static Owner owner(Entry entry, RoomKeys known) {
    Set<Seat> partners = partners(entry.audience());
    if (partners.isEmpty()) {
      return Owner.caseOf(known.couple());
    }
    Owner couple = Owner.couple(known.couple());
    if (partners.size() > 1) {
      return couple;
    }
    Seat one = partners.iterator().next();
    return entry.person() != null && one == entry.author()
        ? Owner.person(entry.person())
        : known.holder(one.bit()).map(Owner::person).orElse(couple);
  }

  /** Also guests: what a guest reads is no longer its author's alone. */
  private static Set<Seat> partners(Audience audience) {
    var seats = audience.seats();
    seats.removeIf(seat -> seat.bit() >= Seat.THERAPIST.bit() && seat.bit() <= Seat.CO_4.bit());
    return seats;
  }
}
