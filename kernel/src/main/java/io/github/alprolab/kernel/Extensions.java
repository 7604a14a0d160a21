package io.github.alprolab.kernel;

import io.github.alprolab.kernel.api.KernelExtension;
import io.github.alprolab.kernel.display.Displayers;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** What cells start with: the kernel's own imports and renderers, and those of extensions. */
final class Extensions {
    private static final List<String> IMPORTS =
            List.of(
                    "java.io.*",
                    "java.math.*",
                    "java.nio.file.*",
                    "java.time.*",
                    "java.util.*",
                    "java.util.concurrent.*",
                    "java.util.function.*",
                    "java.util.stream.*",
                    "static io.github.alprolab.kernel.api.Content.*",
                    "static io.github.alprolab.kernel.api.Notebook.*");

    private Extensions() {}

    /** All on the class path. */
    static List<KernelExtension> found() {
        List<KernelExtension> extensions = new ArrayList<>();
        ServiceLoader.load(KernelExtension.class).forEach(extensions::add);
        return List.copyOf(extensions);
    }

    static List<String> imports(List<KernelExtension> extensions) {
        List<String> imports = new ArrayList<>(IMPORTS);
        extensions.forEach(e -> imports.addAll(e.imports()));
        return imports;
    }

    static Displayers displayers(List<KernelExtension> extensions) {
        return new Displayers(extensions.stream().flatMap(e -> e.displayers().stream()).toList());
    }
}
