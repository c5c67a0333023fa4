package org.andon.auth;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.security.Authenticated;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

@AnalyzeClasses(packages = "org.andon.auth", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_call_each_other_one_way =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.andon.auth..")
          .layer("start")
          .definedBy("org.andon.auth")
          .layer("problem")
          .definedBy("org.andon.auth.problem..")
          .layer("login")
          .definedBy("org.andon.auth.login..")
          .layer("machine")
          .definedBy("org.andon.auth.machine..")
          .layer("user")
          .definedBy("org.andon.auth.user..")
          .layer("session")
          .definedBy("org.andon.auth.session..")
          .layer("token")
          .definedBy("org.andon.auth.token..")
          .layer("directory")
          .definedBy("org.andon.auth.directory..")
          .layer("throttle")
          .definedBy("org.andon.auth.throttle..")
          .layer("watch")
          .definedBy("org.andon.auth.watch..")
          .layer("revocation")
          .definedBy("org.andon.auth.revocation..")
          .layer("audit")
          .definedBy("org.andon.auth.audit..")
          .layer("origin")
          .definedBy("org.andon.auth.origin..")
          .layer("page")
          .definedBy("org.andon.auth.page..")
          .whereLayer("start")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("problem")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("login")
          .mayOnlyBeAccessedByLayers("problem")
          .whereLayer("machine")
          .mayOnlyBeAccessedByLayers("problem")
          .whereLayer("user")
          .mayOnlyBeAccessedByLayers("login")
          .whereLayer("token")
          .mayOnlyBeAccessedByLayers("machine", "login", "session")
          .whereLayer("revocation")
          .mayOnlyBeAccessedByLayers("session")
          .whereLayer("audit")
          .mayOnlyBeAccessedByLayers("machine", "login", "session", "problem")
          .whereLayer("origin")
          .mayOnlyBeAccessedByLayers("machine", "login", "session", "audit", "throttle")
          .whereLayer("throttle")
          .mayOnlyBeAccessedByLayers("machine", "login", "problem")
          .whereLayer("watch")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("session")
          .mayOnlyBeAccessedByLayers("machine", "login", "user", "watch", "problem")
          .whereLayer("directory")
          .mayOnlyBeAccessedByLayers(
              "machine", "start", "login", "user", "session", "token", "watch", "problem");

  @ArchTest
  static final ArchRule only_directory_knows_ldap =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.andon.auth.directory..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("com.unboundid..")
                  .or(resideInAPackage("org.wildfly.security.."))
                  .or(resideInAPackage("javax.naming..")));

  @ArchTest
  static final ArchRule entities_do_not_leave_their_package =
      classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule resources_are_called_over_http_only =
      classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

  /** Machines have valid tokens too. */
  @ArchTest
  static final ArchRule every_resource_says_which_roles_may_call_it =
      noClasses().should().dependOnClassesThat().areAssignableTo(Authenticated.class);

  @ArchTest
  static final ArchRule only_problem_makes_error_responses =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.andon.auth.problem..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Response.class);
}
