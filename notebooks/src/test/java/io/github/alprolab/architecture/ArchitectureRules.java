package io.github.alprolab.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The arrows between modules and the engine's forbidden calls, over all modules at once. */
final class ArchitectureRules {
    private static final String ROOT = "io.github.alprolab.";

    private ArchitectureRules() {}

    /** The kernel is generic: any Java user can install it alone. */
    static ArchRule kernelStandsAlone() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "dsl..", ROOT + "alpro..", ROOT + "datasets..");
    }

    static ArchRule datasetsStandAlone() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "datasets..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "dsl..", ROOT + "alpro..", ROOT + "kernel..");
    }

    static ArchRule alproKnowsDatasetsOnly() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "alpro..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "dsl..", ROOT + "kernel..");
    }

    /** One package of the DSL knows Jupyter, so that it runs in plain JShell too. */
    static ArchRule onlyDslJupyterKnowsTheKernel() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "dsl..")
                .and()
                .resideOutsideOfPackage(ROOT + "dsl.jupyter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "kernel..");
    }

    static ArchRule onlyAlproNamesTheEngine() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + ".")
                .and()
                .resideOutsideOfPackage(ROOT + "alpro..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..");
    }

    /** Inside alpro the engine has two doors: tensors and the tokenizer. */
    static ArchRule theEngineHasTwoDoors() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "alpro..")
                .and()
                .resideOutsideOfPackage(ROOT + "alpro.tensor..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "alpro.text.Tokenizer")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..");
    }

    static ArchRule configNeedsNoEngineAndNoFiles() {
        return noClasses()
                .that()
                .resideInAnyPackage(ROOT + "alpro.config..", ROOT + "alpro.setting..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "java.nio.file..", "java.io..");
    }

    /** Each package counts by itself, also one inside another. */
    static ArchRule packagesHaveNoCycles(String module) {
        return slices().assignedFrom(new EachPackage(ROOT + module)).should().beFreeOfCycles();
    }

    /** What a package says of its arrows is true. */
    static ArchRule packagesUseWhatTheySay(String module, UsesSentences sentences) {
        return classes()
                .that()
                .resideInAPackage(ROOT + module + "..")
                .should(new DeclaredUses(sentences));
    }

    /**
     * The engine's arithmetic with a Java number keeps a pointer to memory it has already given
     * back: gradients come out wrong without an error. Type casts and copies cut the graph.
     */
    static ArchRule noEngineCallThatCorruptsGradients() {
        return classes()
                .that()
                .resideInAnyPackage(ROOT + ".", "ai.djl.pytorch.jni..")
                .should(NeverCall.target(corrupting()));
    }

    private static DescribedPredicate<JavaMethodCall> corrupting() {
        Set<String> arithmetic =
                Set.of(
                        "mul", "muli", "div", "divi", "pow", "powi", "mod", "modi", "maximum",
                        "minimum");
        Set<String> cutting = Set.of("toType", "duplicate", "toDevice");
        return DescribedPredicate.describe(
                "engine arithmetic with a Java number, or a graph-cutting copy",
                call -> {
                    JavaClass owner = call.getTargetOwner();
                    boolean engine =
                            owner.isAssignableTo("ai.djl.ndarray.NDArray")
                                    || owner.getName().equals("ai.djl.ndarray.NDArrays");
                    String name = call.getTarget().getName();
                    boolean number =
                            call.getTarget().getRawParameterTypes().stream()
                                    .anyMatch(t -> t.getName().equals("java.lang.Number"));
                    return engine
                            && (cutting.contains(name) || (number && arithmetic.contains(name)));
                });
    }
}
