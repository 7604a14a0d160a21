package io.github.alprolab.alpro.objective;

import io.github.alprolab.datasets.file.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the text of an objective's code comes from. A process has one shell at most that runs code
 * of people; it offers itself here. Without one the class that holds the code stands for its text.
 */
public final class SourceText {
    private static final AtomicReference<Supplier<Optional<String>>> OFFERED =
            new AtomicReference<>(Optional::empty);

    /** Classes of JShell are numbered by the order of their snippets, which means nothing. */
    private static final Pattern SNIPPET = Pattern.compile("REPL[./]\\$JShell\\$[0-9A-Za-z_]+");

    private SourceText() {}

    /** Makes a shell the one that is asked: for the code that runs now, with what it uses. */
    public static void offer(Supplier<Optional<String>> runningCode) {
        OFFERED.set(runningCode);
    }

    /**
     * The text of the code that runs now, or else a checksum of the class that {@code code} is of.
     */
    static String of(String objective, Object code) {
        return OFFERED.get().get().orElseGet(() -> sum(objective, code.getClass().getNestHost()));
    }

    /** A checksum of a text. */
    static String sum(String text) {
        return "SHA-256 " + Digest.sha256().addBare(text).hex();
    }

    private static String sum(String objective, Class<?> first) {
        Digest sum = Digest.sha256();
        Set<String> seen = new TreeSet<>();
        Deque<String> left = new ArrayDeque<>(Set.of(first.getName()));
        while (!left.isEmpty()) {
            String name = left.pop();
            if (seen.add(name)) {
                String text = bytes(first, name).orElseThrow(() -> unknown(objective, first));
                Matcher used = SNIPPET.matcher(text);
                while (used.find()) {
                    left.add(used.group().replace('/', '.'));
                }
                sum.add(used.replaceAll("REPL").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        String name = SNIPPET.matcher(first.getName()).replaceAll("REPL");
        return "class " + name + ", SHA-256 " + sum.hex();
    }

    private static Optional<String> bytes(Class<?> near, String name) {
        String file = name.replace('.', '/') + ".class";
        ClassLoader loader = near.getClassLoader();
        try (InputStream in =
                loader == null
                        ? ClassLoader.getSystemResourceAsStream(file)
                        : loader.getResourceAsStream(file)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalArgumentException unknown(String objective, Class<?> host) {
        return new IllegalArgumentException(
                "The code of the objective “%s” cannot be found (%s), and without it two objectives could not be told apart. Give it a text: .source(\"version 1\") above its loss."
                        .formatted(objective, host.getName()));
    }
}
