package org.andon.room;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.ws.rs.core.Response;

@AnalyzeClasses(packages = "org.andon.room", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("org.andon.room.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule publishing_knows_no_feature =
      noClasses()
          .that()
          .resideInAPackage("..publishing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.andon.room.room..", "..membership..", "..problem..", "..web..");

  @ArchTest
  static final ArchRule rooms_know_no_feature_around_them =
      noClasses()
          .that()
          .resideInAPackage("org.andon.room.room..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..membership..",
              "..template..",
              "..checklist..",
              "..activity..",
              "..statistics..",
              "..conversation..",
              "..alarm..",
              "..notification..",
              "..push..");

  @ArchTest
  static final ArchRule nobody_calls_the_problem_mapper =
      noClasses()
          .that()
          .resideOutsideOfPackage("..problem..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..problem..");

  @ArchTest
  static final ArchRule status_codes_are_in_one_place =
      noClasses()
          .that()
          .resideOutsideOfPackage("..problem..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Response.class);

  @ArchTest
  static final ArchRule entities_stay_in_their_package =
      classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule only_what_talks_to_kafka_knows_it =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..publishing..", "..conversation..", "..alarm..", "..notification..", "..push..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");
}
