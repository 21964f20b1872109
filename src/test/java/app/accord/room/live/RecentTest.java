package app.accord.room.live;

import static app.accord.room.Seat.PARTNER_1;
import static app.accord.room.Seat.PARTNER_2;
import static app.accord.room.Seat.THERAPIST;
import static org.assertj.core.api.Assertions.assertThat;

import app.accord.room.Audience;
import app.accord.room.Seat;
import app.accord.room.live.Recent.Past;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RecentTest {
  private static final List<Seat> SEATS = List.of(PARTNER_1, PARTNER_2, THERAPIST);

  @Property(tries = 200)
  void what_memory_gives_is_what_each_stream_had_and_never_with_a_hole(
      @ForAll @Size(max = 700) List<@IntRange(min = 1, max = 7) Integer> audiences,
      @ForAll @IntRange(max = 700) int after) {
    var recent = new Recent();
    var lines = new Lines();
    Map<Seat, List<Past>> streams = new EnumMap<>(Seat.class);
    SEATS.forEach(seat -> streams.put(seat, new ArrayList<>()));
    for (int i = 0; i < audiences.size(); i++) {
      int bits = audiences.get(i);
      var audience =
          Audience.of(
              SEATS.stream().filter(seat -> (bits >> SEATS.indexOf(seat) & 1) == 1).toList());
      lines.add(audience);
      recent.add(audience, "event " + i);
      for (Seat seat : audience.seats()) {
        streams.get(seat).add(new Past(lines.at(seat), "event " + i));
      }
    }
    for (Seat seat : SEATS) {
      List<Past> stream = streams.get(seat);
      int from = Math.min(after, stream.size());
      recent
          .since(seat, from, lines.at(seat))
          .ifPresentOrElse(
              past -> assertThat(past).isEqualTo(stream.subList(from, stream.size())),
              () -> assertThat(audiences).hasSizeGreaterThan(Recent.MOST));
    }
  }
}
