package app.accord.db;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/** Why a PostgreSQL cannot hold what Accord promises: that what it confirmed stays, and private. */
final class Faults {
  /** 15.14 has the fix for CVE-2025-8713: statistics told of rows behind policies. */
  private static final int OLDEST = 150_014;

  static final String SQL =
      """
      select current_setting('server_version_num')::int, current_setting('server_version'),
        current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'),
        rolsuper or rolbypassrls or exists (
          select from pg_catalog.pg_class c where c.relowner = r.oid),
        to_regclass('accord.room_event') is not null
      from pg_catalog.pg_roles r where rolname = current_user\
      """;

  private Faults() {}

  static List<String> of(Row row) {
    var faults = new ArrayList<String>();
    if (row.getInteger(0) < OLDEST) {
      faults.add("PostgreSQL is %s; Accord needs 15.14 or newer.".formatted(row.getString(1)));
    }
    String[] names = {"fsync", "synchronous_commit", "full_page_writes"};
    for (int i = 0; i < names.length; i++) {
      if (!"on".equals(row.getString(2 + i))) {
        faults.add(
            "PostgreSQL runs with %s = %s. Switch it on: without it, what Accord confirmed may be lost."
                .formatted(names[i], row.getString(2 + i)));
      }
    }
    if (row.getBoolean(5)) {
      faults.add(
          "The database role of the server may pass row-level policies by. Use accord_app, which"
              + " owns nothing.");
    }
    if (!row.getBoolean(6)) {
      faults.add("The database has no tables of Accord. Run `migrate` first.");
    }
    return faults;
  }
}
