package io.github.alprolab.kernel.magic.builtin;

import io.github.alprolab.kernel.api.Magic;
import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.api.MagicException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code %bash} and its like: lines for the shell of this machine. */
final class ShellMagics {
    /** How long what a script left in the background may hold its output open, in milliseconds. */
    private static final long LEFT_OPEN = 500;

    private ShellMagics() {}

    static List<Magic> of() {
        return List.of(
                BuiltinMagic.line(
                                "bash",
                                "Runs lines by bash, or by sh where there is no bash.\n"
                                        + "%bash COMMAND on one line, or %%bash above a script; the"
                                        + " output is shown while it comes, and an exit code other"
                                        + " than 0 is an error",
                                call -> run(call, "bash", "sh"))
                        .or("system", "shell")
                        .orAboveCell(),
                BuiltinMagic.line(
                                "sh",
                                "Runs lines by sh.\n%sh COMMAND on one line, or %%sh above a script",
                                call -> run(call, "sh", "bash"))
                        .orAboveCell());
    }

    private static Object run(MagicCall call, String... shells)
            throws IOException, InterruptedException {
        String script = call.body().orElse(call.text());
        if (script.isBlank()) {
            throw new MagicException(call.written() + " needs a command to run.");
        }
        if (call.body().isPresent() && !call.text().isEmpty()) {
            throw new MagicException(
                    call.written()
                            + " takes its script from the lines below it; it was given "
                            + call.text()
                            + ".");
        }
        Process process = new ProcessBuilder(shell(call, shells), "-c", script).start();
        process.getOutputStream().close(); // nobody is asked: a program that reads finds the end
        Thread out = shown(process.getInputStream(), System.out);
        Thread err = shown(process.getErrorStream(), System.err);
        try {
            int exit = process.waitFor();
            out.join(LEFT_OPEN);
            err.join(LEFT_OPEN);
            if (exit != 0) {
                throw new MagicException(call.written() + " ended with exit code " + exit + ".");
            }
            return null;
        } finally {
            end(process); // of an interrupted cell
        }
    }

    private static void end(Process process) {
        if (process.isAlive()) {
            List<ProcessHandle> all = process.descendants().toList();
            process.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static String shell(MagicCall call, String... names) {
        for (String name : names) {
            Optional<Path> program = inPath(name);
            if (program.isPresent()) {
                return program.get().toString();
            }
        }
        throw new MagicException(
                call.written()
                        + " needs "
                        + names[0]
                        + ", which is not in the PATH of this machine; start programs with new"
                        + " ProcessBuilder(…).inheritIO() or Runtime.exec.");
    }

    private static Optional<Path> inPath(String name) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> List.of(name, name + ".exe").stream().map(f -> folder + "/" + f))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Copies text as it comes, so that what takes long is seen while it runs. */
    private static Thread shown(InputStream bytes, PrintStream to) {
        Thread copy = new Thread(() -> copy(bytes, to), "shell-output");
        copy.setDaemon(true);
        copy.start();
        return copy;
    }

    private static void copy(InputStream bytes, PrintStream to) {
        char[] buffer = new char[8192];
        try (Reader text = new InputStreamReader(bytes, Charset.defaultCharset())) {
            for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
                to.print(String.valueOf(buffer, 0, n));
            }
        } catch (IOException e) {
            to.println("(the rest of the output could not be read: " + e.getMessage() + ")");
        }
    }
}
