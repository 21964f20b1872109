package app.accord.room.live;

import app.accord.kernel.CommandId;
import app.accord.kernel.PersonId;
import app.accord.kernel.RoomId;
import app.accord.room.Audience;
import app.accord.room.Events;
import app.accord.room.RoomEvent;
import app.accord.room.Seat;
import app.accord.room.live.Journal.Entry;
import app.accord.room.live.Journal.Head;
import app.accord.room.live.Journal.Loaded;
import app.accord.room.live.Journal.Numbered;
import app.accord.room.live.Journal.Standing;
import app.accord.seal.RoomKeys;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal's rows as events, opened. */
final class JournalRows {
  private static final int HOLDER = 1;
  private static final int EVENT = 3;
  private static final JsonMapper JSON = new JsonMapper();

  private JournalRows() {}

  static Head head(Row row) {
    return new Head(row.getLong("seq"), row.getUUID("epoch"), List.of(row.getArrayOfLongs("n")));
  }

  static Loaded whole(RoomId room, List<Row> rows, RoomKeys keys) {
    if (rows.isEmpty()) {
      throw new NoSuchElementException("no room " + room);
    }
    var entries = new ArrayList<Entry>(rows.size());
    var holders = new EnumMap<Seat, PersonId>(Seat.class);
    for (Row row : rows) {
      switch (row.getInteger("kind")) {
        case HOLDER -> holders.put(Seat.at(row.getShort("seat")), person(row));
        case EVENT -> entries.add(entry(room, row, keys));
        default -> {}
      }
    }
    return new Loaded(head(rows.getFirst()), List.copyOf(entries), keys.couple(), holders);
  }

  static Map.Entry<RoomId, Standing> standing(Row row) {
    var holders = new EnumMap<Seat, PersonId>(Seat.class);
    Short @Nullable [] seats = row.getArrayOfShorts("seats");
    if (seats != null) {
      UUID[] persons = row.getArrayOfUUIDs("persons");
      for (int i = 0; i < seats.length; i++) {
        holders.put(Seat.at(seats[i]), new PersonId(persons[i]));
      }
    }
    return Map.entry(
        new RoomId(row.getUUID("room_id")),
        new Standing(row.getLong("seq"), row.getUUID("epoch"), holders));
  }

  /** From old to new; the first has the number after {@code after}. */
  static List<Numbered> numbered(RoomId room, List<Row> rows, RoomKeys keys, long after) {
    var numbered = new ArrayList<Numbered>(rows.size());
    long n = after;
    for (Row row : rows) {
      n++;
      numbered.add(new Numbered(n, at(row), seat(row, "by_seat"), event(room, row, keys)));
    }
    return List.copyOf(numbered);
  }

  private static PersonId person(Row row) {
    return new PersonId(row.getUUID("person"));
  }

  private static Entry entry(RoomId room, Row row, RoomKeys keys) {
    @Nullable UUID person = row.getUUID("person");
    @Nullable UUID command = row.getUUID("command_id");
    return new Entry(
        at(row),
        seat(row, "by_seat"),
        seat(row, "seat"),
        person == null ? null : new PersonId(person),
        command == null ? null : new CommandId(command),
        new Audience(row.getInteger("audience")),
        event(room, row, keys));
  }

  private static RoomEvent event(RoomId room, Row row, RoomKeys keys) {
    String type = row.getString("type");
    int version = row.getShort("v");
    try {
      ObjectNode facts = (ObjectNode) JSON.readTree(row.getString("facts"));
      @Nullable UUID words = row.getUUID("words_id");
      if (words == null) {
        return Events.read(type, version, facts, null);
      }
      @Nullable String opened = open(row, words, keys);
      return opened == null
          ? Events.withWordsGone(type, version, facts)
          : Events.read(type, version, facts, (ObjectNode) JSON.readTree(opened));
    } catch (JsonProcessingException _) {
      // Without its cause, which quotes what somebody wrote.
      throw new IllegalStateException(
          "event %d of room %s cannot be read".formatted(row.getLong("seq"), room));
    }
  }

  /** Null: taken back, or the key was shredded. */
  private static @Nullable String open(Row row, UUID words, RoomKeys keys) {
    @Nullable UUID key = row.getUUID("key_id");
    if (key == null) {
      return null;
    }
    byte[] sealed = Objects.requireNonNull(row.getBuffer("sealed")).getBytes();
    return keys.byId(key).map(known -> known.open(Sealing.place(words), sealed)).orElse(null);
  }

  private static Instant at(Row row) {
    return row.getOffsetDateTime("at").toInstant();
  }

  private static @Nullable Seat seat(Row row, String column) {
    @Nullable Short bit = row.getShort(column);
    return bit == null ? null : Seat.at(bit);
  }
}
