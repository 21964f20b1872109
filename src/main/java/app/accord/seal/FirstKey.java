package app.accord.seal;

import java.util.UUID;

/** An owner's first key, wrapped, to be kept together with the words that it seals. */
@SuppressWarnings("ArrayRecordComponent") // It goes to a column and is never compared.
public record FirstKey(UUID id, Owner owner, byte[] wrapped) {

  static FirstKey of(KeyRing.Wrapped key) {
    return new FirstKey(key.id(), key.owner(), key.bytes());
  }

  /** As the database names it. */
  public String kind() {
    return owner.kind().column();
  }
}
