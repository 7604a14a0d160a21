package io.github.alprolab.datasets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.github.alprolab",
        importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String OURS = "io.github.alprolab.";

    @ArchTest
    static final ArchRule depends_on_no_other_module_of_the_project =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            DescribedPredicate.describe(
                                    "belong to another module",
                                    (JavaClass type) ->
                                            type.getName().startsWith(OURS)
                                                    && !type.getName()
                                                            .startsWith(OURS + "datasets.")));

    @ArchTest
    static final ArchRule depends_on_no_tensor_engine =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("ai.djl..");

    @ArchTest
    static final ArchRule only_the_video_package_touches_native_memory =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..datasets.video..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule only_the_text_package_knows_the_tagger =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..datasets.text..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("opennlp..");
}
