package io.github.alprolab.kernel.extension;

import io.github.alprolab.kernel.api.KernelExtension;
import io.github.alprolab.kernel.api.Notebook;
import io.github.alprolab.kernel.display.Displayers;
import io.github.alprolab.kernel.magic.Cells;
import io.github.alprolab.kernel.magic.StartupSettings;
import io.github.alprolab.kernel.magic.builtin.BuiltinMagics;
import io.github.alprolab.kernel.magic.builtin.Input;
import io.github.alprolab.kernel.maven.MavenMagics;
import io.github.alprolab.kernel.session.JavaSession;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What cells start with: the kernel's own imports and renderers, and those of extensions. */
public final class Extensions {
    private static final List<String> IMPORTS =
            List.of(
                    "java.io.*",
                    "java.math.*",
                    "java.net.*",
                    "java.nio.file.*",
                    "java.time.*",
                    "java.util.*",
                    "java.util.concurrent.*",
                    "java.util.function.*",
                    "java.util.prefs.*",
                    "java.util.regex.*",
                    "java.util.stream.*",
                    "static io.github.alprolab.kernel.api.Content.*",
                    "static io.github.alprolab.kernel.api.Notebook.*",
                    "static io.github.alprolab.kernel.api.widget.Widgets.*");

    private Extensions() {}

    /** All on the class path. */
    public static List<KernelExtension> found() {
        List<KernelExtension> extensions = new ArrayList<>();
        ServiceLoader.load(KernelExtension.class).forEach(extensions::add);
        return List.copyOf(extensions);
    }

    /** What is imported for cells: the kernel's own names, then those of extensions. */
    public static List<String> imports(List<KernelExtension> extensions) {
        List<String> imports = new ArrayList<>(IMPORTS);
        extensions.forEach(e -> imports.addAll(e.imports()));
        return imports;
    }

    /** What runs cells, with the kernel's own magics and those of extensions. */
    public static Cells cells(
            JavaSession session,
            StartupSettings settings,
            List<KernelExtension> extensions,
            Supplier<List<Input>> inputs) {
        Cells cells = new Cells(session, settings.limit());
        BuiltinMagics.register(
                cells,
                session,
                inputs,
                value -> extensions.stream().mapToLong(e -> e.nativeBytes(value)).sum());
        MavenMagics.of(cells, names(extensions)).forEach(cells::register);
        extensions.forEach(e -> e.magics().forEach(cells::register));
        settings.apply(cells);
        Notebook.connectKernel(cells);
        extensions.forEach(e -> e.connected(cells));
        return cells;
    }

    private static String names(List<KernelExtension> extensions) {
        return extensions.isEmpty()
                ? "this kernel"
                : extensions.stream().map(KernelExtension::name).collect(Collectors.joining(", "));
    }

    /** What shows values, with the displayers of extensions. */
    public static Displayers displayers(List<KernelExtension> extensions) {
        return new Displayers(extensions.stream().flatMap(e -> e.displayers().stream()).toList());
    }
}
