package io.github.alprolab.kernel.session;

import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Takes a cell apart into the snippets that JShell evaluates one by one. */
final class CellSnippets {
    private final SourceCodeAnalysis analysis;
    private final String code;
    private final int cell;
    private final String shown;
    private String rest;
    private boolean cutByComment;

    /**
     * Begins at the first snippet.
     *
     * @param code what is evaluated
     * @param shown what errors show lines of
     */
    CellSnippets(SourceCodeAnalysis analysis, String code, int cell, String shown) {
        this.analysis = analysis;
        this.code = code;
        this.cell = cell;
        this.shown = shown;
        this.rest = code;
    }

    /** The next snippet and where it stands; empty behind the last. */
    Optional<SnippetPlaces.Place> next() {
        if (rest.isBlank()) {
            return Optional.empty();
        }
        CompletionInfo info = analysis.analyzeCompletion(rest);
        if (info.completeness() == Completeness.EMPTY) {
            return Optional.empty();
        }
        boolean whole = info.completeness().isComplete();
        cutByComment = !whole && isCutByComment(rest);
        String source = (whole ? info.source() : rest).strip();
        int line = line();
        rest = whole ? info.remaining() : "";
        Rewritten text = RecordConstructors.opened(source);
        return Optional.of(new SnippetPlaces.Place(cell, line, shown, text));
    }

    /** Whether a comment that does not end takes a part of the snippet just given. */
    boolean isCutByComment() {
        return cutByComment;
    }

    /** The line of the cell on which the rest begins. */
    private int line() {
        int blank = rest.length() - rest.stripLeading().length();
        String before = code.substring(0, code.length() - rest.length() + blank);
        return 1 + (int) before.chars().filter(c -> c == '\n').count();
    }

    /** JShell would leave an open comment out, and all of the cell that it contains. */
    private boolean isCutByComment(String text) {
        Completeness closed = analysis.analyzeCompletion(text + "*/").completeness();
        return text.contains("/*") && (closed.isComplete() || closed == Completeness.EMPTY);
    }
}
