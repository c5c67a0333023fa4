package org.andon.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.andon.messaging", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packages_depend_one_way =
      slices().matching("org.andon.messaging.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothing_points_back_at_the_gateway =
      noClasses()
          .that()
          .resideOutsideOfPackage("..gateway..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..gateway..");

  @ArchTest
  static final ArchRule only_the_gateway_knows_web_sockets =
      noClasses()
          .that()
          .resideOutsideOfPackage("..gateway..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.quarkus.websockets..");

  @ArchTest
  static final ArchRule rooms_know_nobody_above_them =
      noClasses()
          .that()
          .resideInAPackage("..room..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..message..", "..fanout..", "..presence..", "..web..");
}
