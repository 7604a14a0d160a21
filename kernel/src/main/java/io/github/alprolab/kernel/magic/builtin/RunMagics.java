package io.github.alprolab.kernel.magic.builtin;

import io.github.alprolab.kernel.api.Magic;
import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.api.MagicException;
import io.github.alprolab.kernel.magic.Cells;
import io.github.alprolab.kernel.magic.SourceFile;
import io.github.alprolab.kernel.session.CellError;
import io.github.alprolab.kernel.session.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Magics that run code: {@code %time} and {@code %load}. */
final class RunMagics {
    /** What IJava tries behind a name that is no file, in this order. */
    private static final List<String> EXTENSIONS =
            List.of("", ".jsh", ".jshell", ".java", ".ijava", ".ipynb");

    private final Cells cells;

    private RunMagics(Cells cells) {
        this.cells = cells;
    }

    static List<Magic> of(Cells cells) {
        RunMagics run = new RunMagics(cells);
        return List.of(
                BuiltinMagic.line(
                                "time",
                                "Runs code and says how long it took.\n"
                                        + "%time CODE on one line, or %%time above a cell",
                                run::time)
                        .orAboveCell(),
                BuiltinMagic.line(
                        "load",
                        "Runs a file of Java code, or the code cells of a notebook.\n"
                                + "%load FILE; the ending .jsh, .jshell, .java, .ijava or .ipynb may"
                                + " be left out",
                        run::load));
    }

    private Outcome time(MagicCall call) {
        if (call.body().isPresent() && !call.text().isEmpty()) {
            throw new MagicException(
                    "%%time takes no arguments; it was given " + call.text() + ".");
        }
        String code = call.body().orElse(call.text());
        if (code.isBlank()) {
            throw new MagicException(call.written() + " needs code to run.");
        }
        long processor = processorNanoseconds();
        long began = System.nanoTime();
        Outcome outcome = cells.runInside(code, call.body().isPresent());
        long took = System.nanoTime() - began;
        System.out.printf(
                Locale.ROOT,
                "Wall time: %s, processor time of all threads: %s%n",
                readable(took),
                readable(processorNanoseconds() - processor));
        return outcome;
    }

    private static long processorNanoseconds() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    static String readable(long nanoseconds) {
        Duration time = Duration.ofNanos(nanoseconds);
        if (time.toMinutes() > 0) {
            return "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
        }
        return nanoseconds >= 1_000_000_000
                ? String.format(Locale.ROOT, "%.2f s", nanoseconds / 1e9)
                : String.format(Locale.ROOT, "%.1f ms", nanoseconds / 1e6);
    }

    private Outcome load(MagicCall call) throws IOException {
        Path file = found(call.only("one file"));
        List<String> codes =
                file.toString().endsWith(".ipynb")
                        ? NotebookFile.codeCells(file)
                        : List.of(SourceFile.read(file));
        Outcome last = Outcome.NOTHING;
        for (int i = 0; i < codes.size(); i++) {
            last = cells.runOther(codes.get(i));
            if (last.error().isPresent()) {
                String part = codes.size() > 1 ? ", code cell " + (i + 1) : "";
                return Outcome.failed(within(file + part, last.error().get()));
            }
        }
        return last;
    }

    private static CellError within(String place, CellError error) {
        String where = "In " + place + ", which %load runs:";
        List<String> lines = new ArrayList<>(error.traceback());
        if (!lines.get(0).equals(where)) { // as it would be for a file that loads itself
            lines.add(0, where);
        }
        return new CellError(error.name(), error.value(), lines);
    }

    private static Path found(String name) {
        return EXTENSIONS.stream()
                .map(extension -> Path.of(name + extension))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(
                        () ->
                                new MagicException(
                                        "There is no file "
                                                + Path.of(name).toAbsolutePath()
                                                + ", also not with one of the endings"
                                                + String.join(" ", EXTENSIONS)
                                                + "."));
    }
}
