package app.accord.exercise;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file before anybody knows whether it is an exercise. */
public final class SourceFile {
  private final String name;
  private final byte[] bytes;

  public SourceFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
  }

  /** As it was given, with its folders if it had some. */
  public String name() {
    return name;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  int length() {
    return bytes.length;
  }

  /** Without folders. */
  public String shortName() {
    return Path.of(name).getFileName().toString();
  }

  /** Files of one exercise lie together: what else is called so elsewhere is another one. */
  String folder() {
    return name.substring(0, name.length() - shortName().length());
  }

  /** SHA-256 of the bytes, in hex. */
  public String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
