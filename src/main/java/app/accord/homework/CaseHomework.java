package app.accord.homework;

import app.accord.couple.Reader;
import app.accord.homework.Assignment.Part;
import app.accord.library.Library;
import app.accord.room.RoomEvent.HomeworkGiven;
import app.accord.room.Seat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All homework of a case, as its therapist may know it.
 *
 * @param partners their seats, in order
 */
record CaseHomework(Reader reader, List<Seat> partners, List<HomeworkRoom> rooms) {

  /** The rooms of one homework: one for each who does it alone, or one for all. */
  record Group(HomeworkGiven given, List<HomeworkRoom> rooms) {}

  List<Assignment> lines(Library library) {
    var texts = new Texts(library, reader.language());
    return groups().stream().map(group -> line(group, texts)).toList();
  }

  Optional<Group> group(UUID homework) {
    return groups().stream().filter(one -> one.given().group().equals(homework)).findFirst();
  }

  Assignment line(Group group, Texts texts) {
    HomeworkGiven given = group.given();
    return new Assignment(
        given.group(),
        texts.title(given),
        group.rooms().getFirst().isTogether(),
        given.until(),
        given.opens(),
        partners.stream().flatMap(seat -> parts(group, seat)).toList(),
        group.rooms().stream().allMatch(HomeworkRoom::putAway));
  }

  private static Stream<Part> parts(Group group, Seat seat) {
    return group.rooms().stream()
        .filter(room -> room.isOf(seat))
        .map(room -> new Part(seat, room.id(), room.state(seat), room.isUnread(seat)));
  }

  private List<Group> groups() {
    var groups = new LinkedHashMap<UUID, Group>();
    for (HomeworkRoom room : rooms) {
      room.assignment()
          .ifPresent(
              given ->
                  groups
                      .computeIfAbsent(given.group(), _ -> new Group(given, new ArrayList<>()))
                      .rooms()
                      .add(room));
    }
    return List.copyOf(groups.values());
  }
}
