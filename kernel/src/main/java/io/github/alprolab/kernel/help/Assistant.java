package io.github.alprolab.kernel.help;

import io.github.alprolab.kernel.api.KernelExtension;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.alprolab.kernel.session.JavaSession;
import io.github.alprolab.kernel.session.Syntax;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Completion, help and completeness of code that is being typed. Belongs to the thread that runs
 * cells, as the session does.
 */
public final class Assistant {
    /** {@code ?name}, {@code name?} and {@code name??}, also with a call's arguments. */
    private static final Pattern QUESTION =
            Pattern.compile("\\s*(?:\\?{1,2}\\s*([^?;]+?)|([^?;]+?)\\s*\\?{1,2})\\s*");

    private final SourceCodeAnalysis analysis;
    private final UnrunCode unrun;
    private final List<Completer> completers;
    private final UnaryOperator<String> java;

    /**
     * Helps with a session's cells.
     *
     * @param extensions know makers of values and what nobody looks for
     * @param first are asked before files and Java are, such as one that knows magics
     * @param java gives the Java of a cell, of the same length, with blanks for all else
     */
    public Assistant(
            JavaSession session,
            List<KernelExtension> extensions,
            List<Completer> first,
            UnaryOperator<String> java) {
        this.java = java;
        Names names = new Names(session);
        JavadocIndex index = new JavadocIndex(session.loader());
        this.analysis = session.analysis();
        this.unrun = new UnrunCode(analysis);
        this.completers = new ArrayList<>(first);
        completers.add(new FileNames(Path.of("")));
        completers.add(
                new OfStatements(
                        new JavaCompleter(
                                session,
                                names,
                                extensions.stream().flatMap(e -> e.makers().stream()).toList(),
                                (type, member) ->
                                        extensions.stream()
                                                .anyMatch(e -> e.isHidden(type, member)))));
        completers.add(new OfStatements(new Inspector(analysis, new Documentations(names, index))));
    }

    /** Whether a cell can run: {@code complete}, {@code incomplete} or {@code invalid}. */
    public record State(String status, String indent) {}

    /** Completes code at a UTF-16 index. */
    public Completion complete(String code, int index) {
        return completers.stream()
                .map(completer -> completer.complete(code, index))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Completion.none(index));
    }

    /** Signatures and documentation of what is at a UTF-16 index, or of the call around it. */
    public Optional<MimeBundle> inspect(String code, int index) {
        return completers.stream()
                .map(completer -> completer.inspect(code, index))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The help that a cell asks for by a question mark before or behind a name. */
    public Optional<MimeBundle> answer(String code) {
        Matcher question = QUESTION.matcher(code);
        if (!question.matches()) {
            return Optional.empty();
        }
        String asked = question.group(1) == null ? question.group(2) : question.group(1);
        if (asked.startsWith("%")) {
            return Optional.empty(); // a magic explains itself
        }
        return Optional.of(
                inspect(asked, asked.length())
                        .orElse(MimeBundle.plain("There is no help on " + asked + ".")));
    }

    /** Whether code can run as it is. */
    public State state(String code) {
        if (QUESTION.matcher(code).matches()) {
            return new State("complete", "");
        }
        String rest = java.apply(code);
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                    return new State("incomplete", indent(code));
                }
                case UNKNOWN -> {
                    return new State("invalid", "");
                }
                default -> {
                    if (Syntax.isFaulty(info.source())) {
                        return new State("invalid", "");
                    }
                    rest = info.remaining();
                }
            }
        }
        return new State("complete", "");
    }

    /** Four blanks for every brace or parenthesis that is open. */
    private static String indent(String code) {
        int open = 0;
        for (char c : code.toCharArray()) {
            open += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
        }
        return "    ".repeat(Math.max(0, open));
    }

    /** Shows another completer only what is Java's statements. */
    private final class OfStatements implements Completer {
        private final Completer completer;

        OfStatements(Completer completer) {
            this.completer = completer;
        }

        @Override
        public Optional<Completion> complete(String code, int index) {
            String masked = java.apply(code);
            return isOfMagic(code, masked, index)
                    ? Optional.empty()
                    : completer.complete(unrun.statements(masked, index), index);
        }

        @Override
        public Optional<MimeBundle> inspect(String code, int index) {
            return completer.inspect(unrun.statements(java.apply(code), index), index);
        }

        /** Whether an index is on the line of a magic, whose text is none of the session's. */
        private static boolean isOfMagic(String code, String masked, int index) {
            int line = code.lastIndexOf('\n', index - 1) + 1;
            String seen = masked.substring(line, index);
            String typed = code.substring(line, index);
            return !typed.endsWith(seen.substring(Math.max(0, seen.length() - 1)))
                    || (seen.isBlank() && !typed.isBlank());
        }
    }
}
