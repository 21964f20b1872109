package app.accord.seal;

import app.accord.db.Db;
import app.accord.kernel.PersonId;
import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Seals and opens what people wrote. Reading a key goes by the same policies as reading a row. */
public final class Seal {
  private final KeyRing ring;
  private final Keys keys;

  /**
   * @param keyEncryptionKey 32 bytes from the settings, kept apart from the database
   */
  public Seal(Db db, byte[] keyEncryptionKey) {
    this(db, keyEncryptionKey, System::nanoTime);
  }

  Seal(Db db, byte[] keyEncryptionKey, Remembered.Clock clock) {
    this.ring = new KeyRing(keyEncryptionKey);
    this.keys = new Keys(db, ring, clock);
  }

  public Keys keys() {
    return keys;
  }

  /** Seals a text with an owner's key, on behalf of a person who may have that key. */
  public Future<Sealed> seal(Owner owner, PersonId as, Place place, String text) {
    return keys.of(owner, as).map(key -> key.seal(place, text));
  }

  /** Opens it again. Empty: the key was shredded, the words are gone. */
  public Future<Optional<String>> open(PersonId as, Place place, Sealed sealed) {
    return keys.byId(sealed.key(), as)
        .map(found -> found.map(key -> key.open(place, sealed.bytes())));
  }

  /** For what belongs to no person and does not last: tokens, a sign-in under way. */
  public byte[] sealForHouse(Place place, byte[] plain) {
    return ring.sealForHouse(place, plain);
  }

  public byte[] openForHouse(Place place, byte[] sealed) {
    return ring.openForHouse(place, sealed);
  }

  /** What a browser seals its drafts with: one for each person, the same in every session. */
  public Future<byte[]> deviceKey(PersonId person) {
    return keys.of(Owner.person(person), person).map(key -> key.derive("accord device 1"));
  }

  /** A setting's text: 32 bytes in base64. Null when it is not. */
  public static byte @Nullable [] parseKey(String base64) {
    try {
      byte[] key = java.util.Base64.getDecoder().decode(base64);
      return key.length == Aes.KEY_BYTES ? key : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
