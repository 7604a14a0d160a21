package io.github.alprolab.dsl.jupyter;

import io.github.alprolab.alpro.objective.SourceText;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.dsl.Datasets;
import io.github.alprolab.dsl.Imports;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.progress.ProgressSink;
import io.github.alprolab.kernel.api.Displayer;
import io.github.alprolab.kernel.api.DroppedValue;
import io.github.alprolab.kernel.api.KernelExtension;
import io.github.alprolab.kernel.api.KernelServices;
import io.github.alprolab.kernel.api.NotebookKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the DSL adds to the kernel. */
public final class AlprolabExtension implements KernelExtension {
    @Override
    public String name() {
        return "the DSL";
    }

    @Override
    public List<String> imports() {
        return Imports.names();
    }

    @Override
    public List<Displayer<?>> displayers() {
        List<Displayer<?>> all = new ArrayList<>(WidgetDisplayer.all());
        all.add(new ShownDisplayer());
        return all;
    }

    @Override
    public long nativeBytes(Object value) {
        return value instanceof Tensor tensor ? tensor.bytes() : 0;
    }

    @Override
    public List<Class<?>> makers() {
        return List.of(Datasets.class);
    }

    @Override
    public boolean isHidden(Class<?> declaring, String member) {
        return Plumbing.isHidden(declaring, member);
    }

    @Override
    public Optional<String> advice(DroppedValue dropped) {
        return DroppedCopies.advice(dropped);
    }

    @Override
    public void connected(NotebookKernel kernel) {
        SourceText.offer(kernel::runningCode);
    }

    @Override
    public void started(KernelServices services) {
        FrontEnd.offer(new Notebook(services));
    }

    private record Notebook(KernelServices services) implements ProgressSink {
        @Override
        public Progress start() {
            return new NotebookProgress(services, System::nanoTime);
        }

        @Override
        public Optional<String> cell() {
            return Optional.of(services.code()).filter(code -> !code.isBlank());
        }
    }
}
