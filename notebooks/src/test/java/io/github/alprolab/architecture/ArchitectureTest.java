package io.github.alprolab.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.alprolab.alpro.config.violation.NamesAFile;
import io.github.alprolab.alpro.violation.UsesNumberOverload;
import io.github.alprolab.datasets.KnowsRoom;
import io.github.alprolab.datasets.room.KnowsRoot;
import io.github.alprolab.datasets.violation.KnowsAlpro;
import io.github.alprolab.dsl.violation.KnowsTheKernel;
import io.github.alprolab.dsl.violation.NamesTheEngine;
import io.github.alprolab.kernel.idle.UsesNothing;
import io.github.alprolab.kernel.nest.KnowsInner;
import io.github.alprolab.kernel.nest.inner.KnowsOuter;
import io.github.alprolab.serve.violation.KnowsTables;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules hold, and each is proved by classes that break it. */
class ArchitectureTest {
    private static final JavaClasses MODULES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.github.alprolab", "ai.djl.pytorch.jni");

    /** Of all modules and, last, of the classes here that break rules. */
    private static final UsesSentences SENTENCES =
            new UsesSentences(
                    Stream.of(
                                    "../kernel/src/main",
                                    "../datasets/src/main",
                                    "../alpro/src/main",
                                    "../dsl/src/main",
                                    "../serve/src/main",
                                    "src/test")
                            .map(folder -> Path.of(folder, "java"))
                            .toList());

    private static final ArchRule KERNEL_CYCLES = ArchitectureRules.packagesHaveNoCycles("kernel");
    private static final ArchRule KERNEL_ARROWS =
            ArchitectureRules.packagesUseWhatTheySay("kernel", SENTENCES);

    private static final ArchRule DATASETS_CYCLES =
            ArchitectureRules.packagesHaveNoCycles("datasets");
    private static final ArchRule DATASETS_ARROWS =
            ArchitectureRules.packagesUseWhatTheySay("datasets", SENTENCES);

    private static final ArchRule ALPRO_CYCLES = ArchitectureRules.packagesHaveNoCycles("alpro");
    private static final ArchRule ALPRO_ARROWS =
            ArchitectureRules.packagesUseWhatTheySay("alpro", SENTENCES);

    private static final ArchRule DSL_CYCLES = ArchitectureRules.packagesHaveNoCycles("dsl");
    private static final ArchRule DSL_ARROWS =
            ArchitectureRules.packagesUseWhatTheySay("dsl", SENTENCES);

    private static final ArchRule SERVE_ARROWS =
            ArchitectureRules.packagesUseWhatTheySay("serve", SENTENCES);

    /** A rule, and classes that break it. */
    private record Proof(ArchRule rule, Class<?>... violations) {}

    private static final List<Proof> PROOFS =
            List.of(
                    new Proof(
                            ArchitectureRules.kernelStandsAlone(),
                            io.github.alprolab.kernel.violation.KnowsTheDsl.class),
                    new Proof(ArchitectureRules.datasetsStandAlone(), KnowsAlpro.class),
                    new Proof(
                            ArchitectureRules.alproKnowsDatasetsOnly(),
                            io.github.alprolab.alpro.violation.KnowsTheDsl.class),
                    new Proof(
                            ArchitectureRules.onlyDslJupyterKnowsTheKernel(), KnowsTheKernel.class),
                    new Proof(ArchitectureRules.onlyAlproNamesTheEngine(), NamesTheEngine.class),
                    new Proof(ArchitectureRules.theEngineHasTwoDoors(), UsesNumberOverload.class),
                    new Proof(ArchitectureRules.configNeedsNoEngineAndNoFiles(), NamesAFile.class),
                    new Proof(
                            ALPRO_CYCLES,
                            io.github.alprolab.alpro.circle.KnowsRing.class,
                            io.github.alprolab.alpro.ring.KnowsCircle.class),
                    new Proof(ALPRO_ARROWS, io.github.alprolab.alpro.circle.KnowsRing.class),
                    new Proof(
                            KERNEL_CYCLES,
                            io.github.alprolab.kernel.circle.KnowsRing.class,
                            io.github.alprolab.kernel.ring.KnowsCircle.class),
                    new Proof(KERNEL_CYCLES, KnowsInner.class, KnowsOuter.class),
                    new Proof(KERNEL_ARROWS, io.github.alprolab.kernel.circle.KnowsRing.class),
                    new Proof(DATASETS_CYCLES, KnowsRoom.class, KnowsRoot.class),
                    new Proof(DATASETS_ARROWS, KnowsRoot.class),
                    new Proof(
                            DSL_CYCLES,
                            io.github.alprolab.dsl.KnowsRoom.class,
                            io.github.alprolab.dsl.room.KnowsRoot.class),
                    new Proof(DSL_ARROWS, io.github.alprolab.dsl.room.KnowsRoot.class),
                    new Proof(SERVE_ARROWS, KnowsTables.class),
                    new Proof(
                            ArchitectureRules.noEngineCallThatCorruptsGradients(),
                            UsesNumberOverload.class));

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        return PROOFS.stream()
                .map(Proof::rule)
                .distinct()
                .map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(ours(MODULES))));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleSeesWhatBreaksIt() {
        return PROOFS.stream()
                .map(
                        proof ->
                                dynamicTest(
                                        proof.rule().getDescription(),
                                        () -> refuses(proof.rule(), proof.violations())));
    }

    @ParameterizedTest
    @MethodSource("falseSentences")
    void whatIsFalseInASentenceIsNamed(Class<?> type, String said) {
        JavaClasses breaking = new ClassFileImporter().importClasses(type);

        assertThatThrownBy(() -> KERNEL_ARROWS.check(breaking)).hasMessageContaining(said);
    }

    static List<Arguments> falseSentences() {
        return List.of(
                Arguments.of(
                        io.github.alprolab.kernel.circle.KnowsRing.class,
                        "KnowsCircle> in (KnowsRing.java:0), which is not named"),
                Arguments.of(UsesNothing.class, "io.github.alprolab.kernel.api is not used"),
                Arguments.of(
                        io.github.alprolab.kernel.ring.KnowsCircle.class,
                        "there is no sentence «Uses …»"));
    }

    private static void refuses(ArchRule rule, Class<?>... violations) {
        JavaClasses breaking = new ClassFileImporter().importClasses(violations);

        assertThatThrownBy(() -> rule.check(breaking))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(violations[0].getSimpleName());
    }

    /** The engine's own classes share one package with our bridge and are not ours to judge. */
    private static JavaClasses ours(JavaClasses all) {
        return all.that(
                DescribedPredicate.describe(
                        "ours",
                        type ->
                                type.getPackageName().startsWith("io.github.alprolab")
                                        || type.getSimpleName().equals("ScriptModule")));
    }
}
