package app.accord.record;

import app.accord.room.RoomEvent;
import app.accord.room.RoomEvent.AgreementMade;
import app.accord.room.RoomEvent.AgreementNamed;
import app.accord.room.RoomEvent.ChangeSuggested;
import app.accord.room.RoomEvent.LineAdded;
import app.accord.room.RoomEvent.LineChanged;
import app.accord.room.RoomEvent.LineRemoved;
import app.accord.room.RoomEvent.SuggestionTaken;
import app.accord.room.Seat;
import app.accord.room.Where;
import app.accord.session.AgreementTitle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a record says of an agreement: what it is called, which version, and who has signed it. */
final class AgreementFacts {
  private final AgreementTitle title;
  private final Map<Seat, Integer> signatures = new EnumMap<>(Seat.class);
  private Facts.@Nullable Agreed made;
  private int version;

  AgreementFacts(Where where) {
    this.title = new AgreementTitle(where);
  }

  /** Where an event is that changes an agreement's words; empty for all others. */
  static Optional<Where> where(RoomEvent event) {
    return switch (event) {
      case AgreementNamed it -> Optional.of(it.where());
      case LineAdded it -> Optional.of(it.where());
      case LineChanged it -> Optional.of(it.where());
      case LineRemoved it -> Optional.of(it.where());
      case ChangeSuggested it -> Optional.of(it.where());
      case SuggestionTaken it -> Optional.of(it.where());
      case RoomEvent _ -> Optional.empty();
    };
  }

  void take(RoomEvent event) {
    title.take(event);
    version = versionAfter(event);
  }

  void signed(Seat by, int of) {
    signatures.put(by, of);
  }

  /** A signature is on one version: changed words have none. */
  private int versionAfter(RoomEvent event) {
    return switch (event) {
      case AgreementNamed it -> it.version();
      case LineAdded it -> it.version();
      case LineChanged it -> it.version();
      case LineRemoved it -> it.version();
      case SuggestionTaken it -> it.version();
      // A suggestion changes no words until it is taken.
      case RoomEvent _ -> version;
    };
  }

  void takenBack(Seat by) {
    signatures.remove(by);
  }

  void made(AgreementMade it) {
    made = new Facts.Agreed(title.text(), it.version(), signers(it.version()), it.reviewOn());
  }

  /** What all have signed, or else what some have. */
  Optional<Facts.Agreed> facts() {
    if (made != null) {
      return Optional.of(made);
    }
    List<Seat> signers = signers(version);
    return signers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Facts.Agreed(title.text(), version, signers, null));
  }

  private List<Seat> signers(int of) {
    return signatures.entrySet().stream()
        .filter(signature -> signature.getValue() == of)
        .map(Map.Entry::getKey)
        .toList();
  }
}
