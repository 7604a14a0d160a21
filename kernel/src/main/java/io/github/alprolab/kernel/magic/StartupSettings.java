package io.github.alprolab.kernel.magic;

import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.session.Outcome;
import java.io.File;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What IJava's environment variables ask for. One that is malformed is left out and named on the
 * error stream of the first cell.
 */
public final class StartupSettings {
    private static final String CLASSPATH = "IJAVA_CLASSPATH";
    private static final String COMPILER = "IJAVA_COMPILER_OPTS";
    private static final String SCRIPT = "IJAVA_STARTUP_SCRIPT";
    private static final String SCRIPTS = "IJAVA_STARTUP_SCRIPTS_PATH";
    private static final String TIMEOUT = "IJAVA_TIMEOUT";
    private static final Pattern DURATION = Pattern.compile("\\s*(-?\\d{1,18})\\s*([A-Za-z]*)\\s*");

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();
    private final List<String> compilerOptions;
    private final StatementLimit limit;

    /** Reads an environment; nothing runs yet. */
    public StartupSettings(Map<String, String> environment) {
        this.environment = environment;
        this.compilerOptions = checkedOptions();
        this.limit = checkedLimit();
    }

    /** Options of javac for the session. */
    public List<String> compilerOptions() {
        return compilerOptions;
    }

    /** How long a statement may take. */
    public StatementLimit limit() {
        return limit;
    }

    /** What was malformed so far, each in a sentence. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Adds the class path now, and plans the scripts for the first cell. */
    public void apply(Cells cells) {
        for (String pattern : paths(CLASSPATH)) {
            guarded(
                    CLASSPATH,
                    () -> Globs.find(pattern).forEach(p -> cells.addToClasspath(p.toString())));
        }
        cells.beforeFirst(
                () -> {
                    faults.forEach(fault -> System.err.println(fault));
                    faults.clear();
                    scripts(cells, System.err::println);
                });
    }

    private void scripts(Cells cells, Consumer<String> tell) {
        for (String pattern : paths(SCRIPTS)) {
            guarded(
                    SCRIPTS,
                    () -> {
                        for (Path script : Globs.find(pattern)) {
                            report(
                                    script.toString(),
                                    cells.runOther(SourceFile.read(script)),
                                    tell);
                        }
                    });
        }
        String script = environment.getOrDefault(SCRIPT, "");
        if (!script.isBlank()) {
            report(SCRIPT, cells.runOther(script), tell);
        }
        faults.forEach(tell);
        faults.clear();
    }

    private static void report(String source, Outcome outcome, Consumer<String> tell) {
        outcome.error()
                .ifPresent(
                        error ->
                                tell.accept(
                                        "The startup script "
                                                + source
                                                + " failed:\n"
                                                + String.join("\n", error.traceback())));
    }

    private void guarded(String variable, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            faults.add(variable + ": " + e.getMessage());
        }
    }

    private List<String> paths(String variable) {
        String text = environment.getOrDefault(variable, "");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(text)
                .filter(path -> !path.isBlank())
                .toList();
    }

    private List<String> checkedOptions() {
        String text = environment.getOrDefault(COMPILER, "");
        if (text.isBlank()) {
            return List.of();
        }
        List<String> options = MagicCall.line(COMPILER, text).arguments();
        Optional<String> fault = CompilerOptions.fault(options);
        fault.ifPresent(
                reason ->
                        faults.add(
                                COMPILER
                                        + " is \""
                                        + text
                                        + "\", which javac refuses ("
                                        + reason
                                        + "); cells are compiled without these options."));
        return fault.isPresent() ? List.of() : options;
    }

    private StatementLimit checkedLimit() {
        String text = environment.getOrDefault(TIMEOUT, "");
        if (text.isBlank()) {
            return StatementLimit.none();
        }
        try {
            Duration longest = duration(text);
            return longest.isNegative() || longest.isZero()
                    ? StatementLimit.none()
                    : StatementLimit.of(longest);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            faults.add(
                    TIMEOUT
                            + " is \""
                            + text
                            + "\"; it takes a number of milliseconds, or a number and a unit such"
                            + " as 30 SECONDS, and -1 for no limit. There is no limit now.");
            return StatementLimit.none();
        }
    }

    private static Duration duration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        String unit = parts.group(2).isEmpty() ? "MILLISECONDS" : parts.group(2);
        return Duration.of(
                Long.parseLong(parts.group(1)),
                TimeUnit.valueOf(unit.toUpperCase(Locale.ROOT)).toChronoUnit());
    }
}
