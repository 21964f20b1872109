package app.accord.db;

import static org.assertj.core.api.Assertions.assertThat;

import app.accord.testing.Behind;
import app.accord.testing.TestPostgres;
import app.accord.testing.TestPostgres.Database;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What PostgreSQL's own catalogue says of us. A table added later is held to it too. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CatalogueIT {
  private static Database database;

  @BeforeAll
  static void migrate() {
    database = TestPostgres.migratedDatabase();
  }

  @Test
  void every_table_forces_row_level_security() {
    assertThat(
            read(
                """
                select relname from pg_class where relnamespace = 'accord'::regnamespace and relkind in ('r', 'p')
                and not (relrowsecurity and relforcerowsecurity)\
                """))
        .isEmpty();
  }

  @Test
  void every_table_has_a_policy_or_is_a_part_that_nobody_may_touch() {
    assertThat(
            read(
                """
                select relname from pg_class c where relnamespace = 'accord'::regnamespace and relkind in ('r', 'p')
                and not exists (select from pg_policy where polrelid = c.oid)
                and not (relispartition and not exists (
                  select from aclexplode(c.relacl) a where a.grantee <> c.relowner))\
                """))
        .isEmpty();
  }

  @Test
  void every_table_says_who_may_see_it() {
    assertThat(
            read(
                """
                select relname from pg_class c where relnamespace = 'accord'::regnamespace and relkind in ('r', 'p')
                and not relispartition and obj_description(oid, 'pg_class') is null\
                """))
        .isEmpty();
  }

  @Test
  void accord_owner_owns_every_table_and_is_the_only_one() {
    assertThat(
            read(
                """
                select distinct rolname from pg_class c join pg_roles r on r.oid = c.relowner
                where relnamespace = 'accord'::regnamespace\
                """))
        .containsExactly("accord_owner");
  }

  @Test
  void whoever_signs_in_for_the_server_passes_no_policy_by_and_owns_nothing() {
    assertThat(
            read(
                """
                select rolname from pg_roles r where rolname in ('accord_app', 'accord_engine', 'accord_sweep')
                and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
                  or exists (select from pg_class where relowner = r.oid)
                  or exists (select from pg_auth_members where member = r.oid))\
                """))
        .isEmpty();
    assertThat(read("select rolname from pg_roles where rolname = 'accord_engine' and rolcanlogin"))
        .isEmpty();
  }

  @Test
  void nobody_but_the_owner_may_truncate_refer_to_or_put_a_trigger_on_a_table() {
    assertThat(
            read(
                """
                select c.relname || ' ' || a.privilege_type || ' ' || a.grantee::regrole
                from pg_class c, aclexplode(c.relacl) a
                where c.relnamespace = 'accord'::regnamespace and a.grantee <> c.relowner
                and (a.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER') or a.grantee = 0)\
                """))
        .isEmpty();
  }

  @Test
  void nobody_may_create_anything_here() {
    assertThat(
            read(
                """
                select r || ' ' || p from unnest(array['accord_app', 'accord_engine', 'accord_sweep']) r,
                  unnest(array['CREATE', 'TEMP']) p where has_database_privilege(r, current_database(), p)
                union all
                select r || ' ' || nspname from unnest(array['accord_app', 'accord_engine', 'accord_sweep']) r, pg_namespace
                where has_schema_privilege(r, oid, 'CREATE')\
                """))
        .isEmpty();
  }

  @Test
  void the_functions_that_act_as_somebody_else_are_these_with_a_fixed_path_and_the_engine_s() {
    assertThat(
            read(
                """
                select proname || ' ' || proowner::regrole || ' ' || array_to_string(proconfig, ',')
                from pg_proc p join pg_namespace n on n.oid = pronamespace
                where prosecdef and nspname not in ('pg_catalog', 'information_schema') order by 1\
                """))
        .isEqualTo(
            List.of(
                "room_append accord_engine search_path=accord, pg_temp",
                "room_heads accord_engine search_path=accord, pg_temp",
                "room_load accord_engine search_path=accord, pg_temp",
                "session_by_hash accord_engine search_path=accord, pg_temp",
                "sessions_by_sid accord_engine search_path=accord, pg_temp"));
  }

  @Test
  void no_function_of_ours_is_open_to_everybody() {
    assertThat(
            read(
                """
                select proname from pg_proc p where pronamespace = 'accord'::regnamespace
                and (proacl is null or exists (select from aclexplode(proacl) a where a.grantee = 0))\
                """))
        .isEmpty();
  }

  @Test
  void there_is_no_view_since_a_view_reads_as_its_owner() {
    assertThat(
            read(
                "select relname from pg_class where relnamespace = 'accord'::regnamespace and"
                    + " relkind in ('v', 'm')"))
        .isEmpty();
  }

  @Test
  void the_server_reads_neither_the_author_of_an_event_nor_its_command() {
    assertThat(
            read(
                """
                select attname from pg_attribute where attrelid = 'accord.room_event'::regclass and attnum > 0
                and not has_column_privilege('accord_app', attrelid, attnum, 'SELECT') order by 1\
                """))
        .isEqualTo(List.of("author", "author_seat", "command_id"));
  }

  private static List<String> read(String sql) {
    return Behind.read(database, sql);
  }
}
