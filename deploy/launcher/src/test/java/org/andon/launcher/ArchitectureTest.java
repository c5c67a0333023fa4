package org.andon.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.andon.launcher", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule the_gateway_knows_nothing_of_the_stack =
      noClasses()
          .that()
          .resideInAPackage("..gateway..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..stack..", "..example..");
}
