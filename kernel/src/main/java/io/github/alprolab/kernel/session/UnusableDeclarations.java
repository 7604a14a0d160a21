package io.github.alprolab.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Declarations of the running cell that JShell accepts although a name in them is unknown: it waits
 * for a later cell that declares the name, but most such names are misspelt.
 */
final class UnusableDeclarations {
    private final JShell shell;
    private final SnippetPlaces places;
    private final CompileAdvice advice;
    private final List<DeclarationSnippet> noted = new ArrayList<>();

    UnusableDeclarations(JShell shell, SnippetPlaces places, CompileAdvice advice) {
        this.shell = shell;
        this.places = places;
        this.advice = advice;
    }

    /** Notes what cannot be used; a variable that a new type took away is told of elsewhere. */
    void note(SnippetEvent event) {
        boolean gone = event.causeSnippet() != null && event.snippet() instanceof VarSnippet;
        if (isUnusable(event.snippet()) && !gone) {
            noted.add((DeclarationSnippet) event.snippet());
        }
    }

    /** For each that still cannot be used, why; once. */
    List<String> tell() {
        List<String> told =
                noted.stream()
                        .distinct()
                        .filter(this::isUnusable)
                        .map(snippet -> String.join("\n", reasons(snippet)))
                        .toList();
        noted.clear();
        return told;
    }

    /** The error of a cell that uses one of them. */
    CellError error(DeclarationSnippet used) {
        List<String> reasons = reasons(used);
        noted.clear(); // it is told now
        return new CellError(
                "UnresolvedReference",
                reasons.stream().limit(2).collect(Collectors.joining(" ")),
                reasons);
    }

    private boolean isUnusable(Snippet snippet) {
        Snippet.Status status = shell.status(snippet);
        return status == Snippet.Status.RECOVERABLE_DEFINED
                || status == Snippet.Status.RECOVERABLE_NOT_DEFINED;
    }

    private List<String> reasons(DeclarationSnippet snippet) {
        List<String> lines = new ArrayList<>();
        lines.add(snippet.name() + " cannot be used yet:");
        SnippetPlaces.Place place =
                places.find("#" + snippet.id()).orElseGet(() -> places.running().orElseThrow());
        Rewritten text = place.textOf(snippet);
        shell.unresolvedDependencies(snippet)
                .flatMap(name -> CompileText.missing(name, text.written(), place, advice).stream())
                .forEach(lines::add);
        List<Diag> faults = shell.diagnostics(snippet).toList();
        if (lines.size() == 1 && !faults.isEmpty()) {
            lines.addAll(CompileText.compile(faults, text, place, advice).plain());
        }
        return lines;
    }
}
