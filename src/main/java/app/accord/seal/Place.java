package app.accord.seal;

/**
 * Where a sealed value lies. It is sealed into it, so that a value copied to another row or column
 * does not open there.
 */
public record Place(String table, String column, String row) {

  public static Place of(String table, String column, Object row) {
    return new Place(table, column, row.toString());
  }
}
