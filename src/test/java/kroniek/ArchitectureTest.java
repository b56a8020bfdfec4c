package kroniek;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The strict layers: which package may know which. */
class ArchitectureTest {

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages("kroniek");
    }

    @Test
    void theDomainKnowsTheJdkAndNothingElse() {
        classes()
                .that()
                .resideInAPackage("kroniek.domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "kroniek.domain..", "org.jspecify.annotations"))
                .check(classes);
    }

    @Test
    void everyPackageKnowsOnlyWhatItMay() {
        LayeredArchitecture layers =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(false);
        for (String layer : Set.of(
                "domain",
                "language",
                "article",
                "topic",
                "stream",
                "connect",
                "query",
                "check",
                "evaluate",
                "inbox",
                "http",
                "app")) {
            layers = layers.layer(layer).definedBy("kroniek." + layer + "..");
        }
        layers.whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("http")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("connect")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("query")
                .mayOnlyBeAccessedByLayers("http", "app")
                .whereLayer("inbox")
                .mayOnlyBeAccessedByLayers("http", "app")
                .whereLayer("check")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("evaluate")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("stream")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("topic")
                .mayOnlyBeAccessedByLayers("stream", "query", "inbox", "check", "http", "app")
                .whereLayer("language")
                .mayOnlyBeAccessedByLayers("stream", "check", "evaluate", "app")
                .whereLayer("article")
                .mayOnlyBeAccessedByLayers("stream", "connect", "inbox", "check", "evaluate", "app")
                .check(classes);
    }

    /** What recounts must not know what counts: a fault that they shared would hide in both. */
    @Test
    void theRecountSharesOnlyTheReadingAndTheLanguageWithTheTopology() {
        noClasses()
                .that()
                .resideInAPackage("kroniek.check..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "kroniek.stream..", "kroniek.connect..", "kroniek.query..", "org.apache.kafka.streams..")
                .check(classes);
    }

    /** It writes to the raw topic and leaves it to the topology what becomes of that. */
    @Test
    void theInboxKnowsTopicsAndNeitherHttpNorStores() {
        noClasses()
                .that()
                .resideInAPackage("kroniek.inbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "kroniek.stream..",
                        "kroniek.query..",
                        "kroniek.http..",
                        "kroniek.connect..",
                        "kroniek.check..",
                        "kroniek.language..",
                        "org.apache.kafka.streams..")
                .check(classes);
    }

    @Test
    void noCycles() {
        slices().matching("kroniek.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void kafkaIsKnownOnlyWhereItBelongs() {
        noClasses()
                .that(resideOutsideOfPackages(
                        "kroniek.topic..",
                        "kroniek.stream..",
                        "kroniek.connect..",
                        "kroniek.query..",
                        "kroniek.inbox..",
                        "kroniek.check..",
                        "kroniek.app.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "kafka..")
                .check(classes);
    }

    @Test
    void languageIsPure() {
        noClasses()
                .that()
                .resideInAPackage("kroniek.language..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net..", "java.util.concurrent..")
                .check(classes);
    }

    @Test
    void onlyAppAndTheTasksConstructorOwnAClock() {
        noClasses()
                .that(resideOutsideOfPackages("kroniek.app.."))
                .and()
                .doNotHaveSimpleName("ArticleSourceTask")
                .should()
                .callMethodWhere(describe("reads a clock", ArchitectureTest::readsAClock))
                .check(classes);
    }

    @Test
    void noPackageIsARagBag() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..helper..", "..dto..")
                .check(classes);
    }

    private static boolean readsAClock(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        JavaClass owner = target.getOwner();
        boolean now = target.getName().equals("now")
                && owner.getPackageName().startsWith("java.time")
                && target.getRawParameterTypes().isEmpty();
        boolean system = owner.isEquivalentTo(System.class)
                && Set.of("currentTimeMillis", "nanoTime").contains(target.getName());
        boolean clock =
                owner.isEquivalentTo(java.time.Clock.class) && target.getName().startsWith("system");
        return now || system || clock;
    }
}
