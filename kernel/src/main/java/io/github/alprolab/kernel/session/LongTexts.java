package io.github.alprolab.kernel.session;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/**
 * Finds texts that no class file can hold before anything is compiled, so that a variable keeps the
 * value it has. {@link ClassLimits} tells of those that only the compiler finds.
 */
final class LongTexts {
    /** Bytes of one text in a class file; The Java Virtual Machine Specification, 4.4.7. */
    static final int MOST = 65_535;

    private LongTexts() {}

    /** Why a snippet cannot be compiled, where it has such a text. */
    static Optional<CellError> error(SourceCodeAnalysis analysis, SnippetPlaces.Place place) {
        Rewritten text = place.text();
        if (text.code().length() <= MOST / 3) {
            return Optional.empty(); // a character takes three bytes at most
        }
        return analysis.wrappers(text.code()).stream()
                .flatMap(wrapper -> faults(wrapper, text).stream())
                .findFirst()
                .map(fault -> CompileText.plain(fault, place));
    }

    private static List<Fault> faults(SnippetWrapper wrapper, Rewritten text) {
        List<Fault> faults = new ArrayList<>();
        ParsedJava parsed = ParsedJava.of(wrapper.wrapped());
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void none) {
                if (literal.getValue() instanceof String value && isTooLong(value)) {
                    int start = wrapper.wrappedToSourcePosition(parsed.start(literal));
                    int end = wrapper.wrappedToSourcePosition(parsed.end(literal));
                    faults.add(
                            ClassLimits.text(bytes(value), text.written(start), text.written(end)));
                }
                return null;
            }
        }.scan(parsed.unit(), null);
        return faults;
    }

    /** The compiler takes one character less than a class file has room for. */
    private static boolean isTooLong(String text) {
        return text.length() >= MOST || bytes(text) > MOST;
    }

    /** The length of a text in a class file, whose UTF-8 has six bytes for a pair of surrogates. */
    private static int bytes(String text) {
        return text.chars().map(c -> c == 0 ? 2 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3).sum();
    }
}
