package org.andon.file;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.ws.rs.core.Response;

@AnalyzeClasses(packages = "org.andon.file", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("org.andon.file.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_storage_knows_of_s3 =
      noClasses()
          .that()
          .resideOutsideOfPackage("..storage..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.minio..");

  @ArchTest
  static final ArchRule access_and_storage_know_no_files =
      noClasses()
          .that()
          .resideInAnyPackage("..access..", "..storage..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.andon.file.file..", "..publishing..", "..problem..");

  @ArchTest
  static final ArchRule nobody_calls_the_problem_mapper =
      noClasses()
          .that()
          .resideOutsideOfPackage("..problem..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..problem..");

  @ArchTest
  static final ArchRule entities_stay_in_their_package =
      classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule error_statuses_are_in_one_place =
      noClasses()
          .that()
          .resideInAnyPackage("org.andon.file.file..", "..storage..", "..publishing..")
          .and()
          .haveSimpleNameNotEndingWith("Resource")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Response.class);
}
