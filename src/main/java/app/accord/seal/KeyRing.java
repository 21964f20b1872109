package app.accord.seal;

import java.util.UUID;

/**
 * The key that wraps all others. It comes from the settings and never lies in the database or its
 * backups, so that a copy of the database is a copy of nothing that anybody wrote.
 */
final class KeyRing {
  private final byte[] wrapping;
  private final byte[] house;

  KeyRing(byte[] keyEncryptionKey) {
    if (keyEncryptionKey.length != Aes.KEY_BYTES) {
      throw new IllegalArgumentException("the key-encryption key needs 32 bytes");
    }
    this.wrapping = Aes.derive(keyEncryptionKey, "accord wrapping 1");
    this.house = Aes.derive(keyEncryptionKey, "accord house 1");
  }

  Wrapped make(Owner owner) {
    UUID id = UUID.randomUUID();
    return new Wrapped(id, owner, 1, Aes.seal(wrapping, context(id, owner, 1), Aes.newKey()));
  }

  DataKey unwrap(Wrapped wrapped) {
    String context = context(wrapped.id(), wrapped.owner(), wrapped.version());
    byte[] secret = Aes.open(wrapping, context, wrapped.bytes());
    if (secret == null) {
      // Another key-encryption key, or a changed row; going on would make a second, wrong key.
      throw new Broken(Place.of("data_key", "wrapped", wrapped.id()));
    }
    return new DataKey(wrapped.id(), wrapped.owner(), wrapped.version(), secret);
  }

  byte[] sealForHouse(Place place, byte[] plain) {
    return Aes.seal(house, houseContext(place), plain);
  }

  byte[] openForHouse(Place place, byte[] sealed) {
    byte[] plain = Aes.open(house, houseContext(place), sealed);
    if (plain == null) {
      throw new Broken(place);
    }
    return plain;
  }

  private static String houseContext(Place place) {
    return String.join("|", "house", place.table(), place.column(), place.row());
  }

  private static String context(UUID id, Owner owner, int version) {
    return String.join(
        "|", "data_key", id.toString(), owner.kind().column(), owner.id().toString(), "" + version);
  }

  /** A key as it lies in the database. */
  @SuppressWarnings("ArrayRecordComponent") // It goes to a column and is never compared.
  record Wrapped(UUID id, Owner owner, int version, byte[] bytes) {}
}
