package io.github.alprolab.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.alprolab.alpro.violation.UsesNumberOverload;
import io.github.alprolab.dsl.violation.NamesTheEngine;
import io.github.alprolab.kernel.violation.KnowsTheDsl;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    private static final JavaClasses MODULES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.github.alprolab", "ai.djl.pytorch.jni");

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        return Stream.of(
                        ArchitectureRules.kernelStandsAlone(),
                        ArchitectureRules.datasetsStandAlone(),
                        ArchitectureRules.alproKnowsDatasetsOnly(),
                        ArchitectureRules.onlyDslJupyterKnowsTheKernel(),
                        ArchitectureRules.onlyAlproNamesTheEngine(),
                        ArchitectureRules.theEngineHasTwoDoors(),
                        ArchitectureRules.configNeedsNoEngineAndNoFiles(),
                        ArchitectureRules.alproPackagesHaveNoCycles(),
                        ArchitectureRules.datasetsPackagesAreLeafwards(),
                        ArchitectureRules.noEngineCallThatCorruptsGradients())
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getDescription(), () -> rule.check(ours(MODULES))));
    }

    @Test
    void aKernelClassThatImportsTheDslIsCaught() {
        refuses(ArchitectureRules.kernelStandsAlone(), KnowsTheDsl.class);
    }

    @Test
    void aClassOutsideAlproThatImportsTheEngineIsCaught() {
        refuses(ArchitectureRules.onlyAlproNamesTheEngine(), NamesTheEngine.class);
    }

    @Test
    void anEngineCallWithAJavaNumberIsCaught() {
        refuses(ArchitectureRules.noEngineCallThatCorruptsGradients(), UsesNumberOverload.class);
    }

    private static void refuses(ArchRule rule, Class<?> violation) {
        JavaClasses one = new ClassFileImporter().importClasses(violation);

        assertThatThrownBy(() -> rule.check(one))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(violation.getSimpleName());
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
