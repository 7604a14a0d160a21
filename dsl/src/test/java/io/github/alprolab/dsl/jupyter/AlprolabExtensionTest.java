package io.github.alprolab.dsl.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.dsl.Experiment;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.progress.ProgressSink;
import io.github.alprolab.kernel.api.KernelExtension;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the kernel finds and gets from the DSL. */
class AlprolabExtensionTest {
    private final AlprolabExtension extension = new AlprolabExtension();
    private ProgressSink before;

    @BeforeEach
    void remember() {
        before = FrontEnd.current();
    }

    @AfterEach
    void putBack() {
        FrontEnd.offer(before);
    }

    private List<String> imports(boolean whole) {
        return extension.imports().stream().filter(i -> i.endsWith(".*") == whole).toList();
    }

    @Test
    void theKernelFindsItAsAService() {
        assertThat(ServiceLoader.load(KernelExtension.class))
                .hasAtLeastOneElementOfType(AlprolabExtension.class);
    }

    @Test
    void aTensorHoldsItsValuesOutsideTheHeapUntilItsScopeCloses() {
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            Scope scope = compute.scope();
            Tensor floats = scope.full(1, 3, 5);
            Tensor indices = scope.indices(1, 2);

            assertThat(extension.nativeBytes(floats)).isEqualTo(3 * 5 * 4);
            assertThat(extension.nativeBytes(indices)).isEqualTo(2 * 8);
            assertThat(extension.nativeBytes("text")).isZero();
            scope.close();
            assertThat(extension.nativeBytes(floats)).isZero();
        }
    }

    @Test
    void importedNamesAreClassesThatExist() {
        assertThat(imports(false)).isNotEmpty();
        assertThat(imports(false))
                .allSatisfy(
                        name ->
                                assertThatCode(() -> Class.forName(name))
                                        .doesNotThrowAnyException());
    }

    @Test
    void importedPackagesExist() {
        assertThat(imports(true)).contains(Experiment.class.getPackageName() + ".*");
        assertThat(imports(true))
                .allSatisfy(
                        name -> {
                            String folder = name.replace(".*", "").replace('.', '/');
                            assertThat(getClass().getClassLoader().getResource(folder)).isNotNull();
                        });
    }

    @Test
    void noSimpleNameIsImportedTwice() {
        assertThat(imports(false))
                .extracting(name -> name.substring(name.lastIndexOf('.') + 1))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsMovedIsShownAsAWidgetAndEverythingElseAsItShowsItself() {
        assertThat(extension.displayers()).hasSize(4).last().isInstanceOf(ShownDisplayer.class);
        assertThat(extension.displayers().subList(0, 3))
                .hasOnlyElementsOfType(WidgetDisplayer.class);
    }

    @Test
    void onceStartedNewsGoToTheNotebook() {
        FakeKernel kernel = new FakeKernel();

        extension.started(kernel);

        try (Progress progress = FrontEnd.current().start()) {
            progress.note("hello");
        }
        assertThat(kernel.texts(0)).containsExactly("hello");
        assertThat(kernel.hooks).isZero();
        assertThat(FrontEnd.current().cell()).contains("var run = experiment.run();");
    }
}
