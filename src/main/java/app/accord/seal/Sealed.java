package app.accord.seal;

import java.util.UUID;

/** A sealed value and the id of the key that opens it. */
@SuppressWarnings("ArrayRecordComponent") // It goes to a column and is never compared.
public record Sealed(UUID key, byte[] bytes) {}
