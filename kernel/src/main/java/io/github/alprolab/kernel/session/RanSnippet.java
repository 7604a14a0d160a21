package io.github.alprolab.kernel.session;

import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/**
 * A snippet that a cell ran.
 *
 * @param cell execution count of the cell
 * @param kind what JShell takes it for
 * @param subKind the same more exactly
 * @param source as it was written
 * @param name what it declares, empty for none
 * @param type of the variable that it declares, empty for none
 * @param failed whether it did not come to its end
 * @param shown whether the cell showed its value
 */
public record RanSnippet(
        int cell,
        Snippet.Kind kind,
        Snippet.SubKind subKind,
        String source,
        String name,
        String type,
        boolean failed,
        boolean shown) {

    static RanSnippet of(Snippet snippet, SnippetPlaces.Place place, Outcome outcome) {
        return new RanSnippet(
                place.cell(),
                snippet.kind(),
                snippet.subKind(),
                place.textOf(snippet).written(),
                snippet instanceof DeclarationSnippet named ? named.name() : "",
                snippet instanceof VarSnippet variable ? variable.typeName() : "",
                outcome.error().isPresent(),
                outcome.hasValue());
    }

    /** A line of a cell that is a magic, as it was written. */
    static RanSnippet magic(int cell, String text) {
        return new RanSnippet(
                cell,
                Snippet.Kind.ERRONEOUS,
                Snippet.SubKind.UNKNOWN_SUBKIND,
                text,
                "",
                "",
                false,
                false);
    }

    /** Whether this is a magic and no Java. */
    public boolean isMagic() {
        return kind == Snippet.Kind.ERRONEOUS && !failed;
    }
}
