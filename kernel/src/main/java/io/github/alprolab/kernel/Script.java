package io.github.alprolab.kernel;

import io.github.alprolab.kernel.api.KernelExtension;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.api.Notebook;
import io.github.alprolab.kernel.display.Displayers;
import io.github.alprolab.kernel.extension.DisplayingScreen;
import io.github.alprolab.kernel.extension.Extensions;
import io.github.alprolab.kernel.install.Refusal;
import io.github.alprolab.kernel.magic.Cells;
import io.github.alprolab.kernel.magic.StartupSettings;
import io.github.alprolab.kernel.session.CellError;
import io.github.alprolab.kernel.session.JavaSession;
import io.github.alprolab.kernel.session.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs a file of cell code in JShell without Jupyter: {@code Script FILE}. The same imports, the
 * same values and the same errors as in a notebook; what is displayed is printed as text. Ends with
 * 1 at the first error.
 */
public final class Script {
    private Script() {}

    /** Runs the file that is named; ends with 1 at its first error and 2 where none can be run. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            Refusal.exit("Usage: Script FILE, one file of Java code as in cells.");
        }
        Main.drawWithoutScreen();
        System.exit(run(Files.readString(Path.of(arguments[0]))) ? 0 : 1);
    }

    private static boolean run(String code) {
        List<KernelExtension> extensions = Extensions.found();
        Displayers displayers = Extensions.displayers(extensions);
        Notebook.connect(new Printer(displayers));
        StartupSettings settings = new StartupSettings(System.getenv());
        try (JavaSession session =
                new JavaSession(Extensions.imports(extensions), settings.compilerOptions())) {
            Cells cells = Extensions.cells(session, settings, extensions, List::of);
            Outcome outcome = cells.run(code, 1);
            if (outcome.hasValue()) {
                print(displayers.render(outcome.value()));
            }
            outcome.error().ifPresent(Script::print);
            return outcome.error().isEmpty();
        }
    }

    private record Printer(Displayers displayers) implements DisplayingScreen {
        @Override
        public void show(MimeBundle bundle, String displayId, boolean update) {
            print(bundle);
        }
    }

    private static void print(MimeBundle bundle) {
        System.out.println(bundle.data().get("text/plain"));
    }

    private static void print(CellError error) {
        System.err.println(
                String.join("\n", System.console() == null ? error.plain() : error.traceback()));
    }
}
