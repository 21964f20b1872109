package app.accord;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhoMayImportWhomTest {
  private static final JavaClasses ACCORD =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("app.accord");

  private static final String ROOM = "app.accord.room";
  private static final String[] HOUSE = {
    "app.accord.kernel..", "app.accord.db..", "app.accord.bus..", "app.accord.seal.."
  };

  @Test
  void the_core_of_the_room_knows_exercises_and_the_kernel_only() {
    noClasses()
        .that()
        .resideInAPackage(ROOM)
        .should()
        .dependOnClassesThat(
            resideInAPackage("app.accord..")
                .and(not(resideInAnyPackage(ROOM, "app.accord.exercise", "app.accord.kernel"))))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "java.sql..", "java.io..", "java.net..")
        .because("rules that need a server or a database to be tried out are not tried out")
        .check(ACCORD);
  }

  @Test
  void the_core_of_the_room_never_looks_at_a_clock_and_never_throws_dice() {
    noClasses()
        .that()
        .resideInAPackage(ROOM)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.util.random.RandomGenerator.class)
        .because("the same commands must give the same events, or a replay is another room")
        .check(ACCORD);
  }

  @Test
  void the_rules_of_check_ins_need_no_server_and_no_clock() {
    noClasses()
        .that()
        .resideInAPackage("app.accord.checkin")
        .and()
        .haveSimpleNameNotEndingWith("Store")
        .and(
            not(
                nameMatching(
                    ".*\\.(Checkins|Answering|SessionScales|WorthALook|CaseRows|CheckinRoutes|Numbers)(\\$.*)?")))
        .and(not(nameMatching(".*Store\\$.*")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx..", "app.accord.db..", "app.accord.seal..", "app.accord.http..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .because("what is worth a look must be the same whoever looks and when")
        .check(ACCORD);
  }

  @Test
  void nobody_but_the_pages_people_come_in_by_asks_check_ins() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "app.accord.checkin", "app.accord.practice", "app.accord.embedded", "app.accord")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("app.accord.checkin")
        .because("what somebody answered in private is told in one place")
        .check(ACCORD);
  }

  @Test
  void what_a_questionnaire_comes_to_needs_no_server_and_no_clock() {
    noClasses()
        .that()
        .resideInAPackage("app.accord.instrument")
        .and(
            nameMatching(
                ".*\\.(Instrument|InstrumentFile|InstrumentMapper|InstrumentRules|InstrumentScoring|Result|Value)(\\$.*)?"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx..", "app.accord.db..", "app.accord.seal..", "app.accord.http..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .because("the same answers must give the same number")
        .check(ACCORD);
  }

  @Test
  void nobody_asks_questionnaires_but_their_own_routes() {
    noClasses()
        .that()
        .resideOutsideOfPackages("app.accord.instrument", "app.accord.embedded", "app.accord")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("app.accord.instrument")
        .because("what somebody answered in private is told in one place")
        .check(ACCORD);
  }

  @Test
  void the_kernel_knows_nothing_of_accord() {
    noClasses()
        .that()
        .resideInAPackage("app.accord.kernel..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("app.accord..").and(not(resideInAPackage("app.accord.kernel.."))))
        .check(ACCORD);
  }

  @Test
  void exercises_know_the_kernel_only() {
    noClasses()
        .that()
        .resideInAPackage("app.accord.exercise..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("app.accord..")
                .and(not(resideInAnyPackage("app.accord.exercise..", "app.accord.kernel.."))))
        .check(ACCORD);
  }

  @Test
  void the_library_knows_exercises_and_the_database_only() {
    noClasses()
        .that()
        .resideInAPackage("app.accord.library..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("app.accord..")
                .and(
                    not(
                        resideInAnyPackage(
                            "app.accord.library..",
                            "app.accord.exercise..",
                            "app.accord.db..",
                            "app.accord.kernel.."))))
        .check(ACCORD);
  }

  @Test
  void database_and_bus_know_no_feature() {
    noClasses()
        .that()
        .resideInAnyPackage("app.accord.db..", "app.accord.bus..")
        .should()
        .dependOnClassesThat(resideInAPackage("app.accord..").and(not(resideInAnyPackage(HOUSE))))
        .check(ACCORD);
  }

  @Test
  void only_the_seal_encrypts() {
    noClasses()
        .that()
        .resideOutsideOfPackage("app.accord.seal..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javax.crypto.Cipher")
        .because("a second way to encrypt is one that nobody reviewed")
        .check(ACCORD);
  }

  @Test
  void only_the_gateway_opens_connections() {
    noClasses()
        .that()
        .resideOutsideOfPackages("app.accord.db..", "app.accord.embedded..")
        .should()
        .dependOnClassesThat(
            nameMatching("io\\.vertx\\.pgclient\\.Pg(Builder|Connection|ConnectOptions)")
                .or(nameMatching("io\\.vertx\\.sqlclient\\.Pool"))
                .or(nameMatching("java\\.sql\\.DriverManager"))
                .forSubtype())
        .because("a connection that nobody put an identity on sees what it must not")
        .check(ACCORD);
  }

  @Test
  void the_demo_is_imported_by_main_alone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("app.accord.embedded..")
        .and()
        .doNotHaveFullyQualifiedName("app.accord.Main")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("app.accord.embedded..")
        .because("demo passwords and demo people must not reach a practice's server")
        .check(ACCORD);
  }

  @Test
  void nobody_imports_the_composition_root() {
    noClasses()
        .that()
        .resideOutsideOfPackage("app.accord")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("app.accord")
        .check(ACCORD);
  }

  @Test
  void stores_are_seen_by_their_own_feature_only() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Store")
        .should()
        .bePackagePrivate()
        .allowEmptyShould(true)
        .because("another feature asks the service, which knows who may see what")
        .check(ACCORD);
  }
}
