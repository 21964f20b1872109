package app.accord.library;

/** A row of {@code exercise_file} without its bytes: {@code fingerprint} is their SHA-256. */
record Kept(String digest, String language, String exercise, int version, String fingerprint) {}
