package app.accord.seal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An owner's key, unwrapped. It prints itself without its secret. */
public final class DataKey {
  private final UUID id;
  private final Owner owner;
  private final int version;
  private final byte[] secret;

  DataKey(UUID id, Owner owner, int version, byte[] secret) {
    this.id = id;
    this.owner = owner;
    this.version = version;
    this.secret = secret;
  }

  public UUID id() {
    return id;
  }

  Owner owner() {
    return owner;
  }

  int version() {
    return version;
  }

  /** Seals a text for one place. */
  public Sealed seal(Place place, String text) {
    byte[] plain = Padding.pad(text.getBytes(StandardCharsets.UTF_8));
    return new Sealed(id, Aes.seal(secret, context(place), plain));
  }

  /** Opens what was sealed for this place; anything else is {@link Broken}. */
  public String open(Place place, byte[] sealed) {
    byte[] plain = Aes.open(secret, context(place), sealed);
    if (plain == null) {
      throw new Broken(place);
    }
    return new String(Padding.unpad(plain), StandardCharsets.UTF_8);
  }

  byte[] derive(String purpose) {
    return Aes.derive(secret, purpose);
  }

  private String context(Place place) {
    return String.join(
        "|",
        place.table(),
        place.column(),
        place.row(),
        owner.kind().column(),
        owner.id().toString(),
        id.toString(),
        Integer.toString(version));
  }

  @Override
  public String toString() {
    return "DataKey[" + owner + ", " + id + "]";
  }
}
