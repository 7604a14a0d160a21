package io.github.alprolab.kernel.session;

import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/** What is left of snippets that are over, in JShell and in this kernel, and how it is freed. */
final class SnippetRemains {
    private final JShell shell;
    private final SnippetClasses classes;
    private final SnippetPlaces places;
    private final Optional<SnippetPurge> purge;

    SnippetRemains(JShell shell, SnippetClasses classes, SnippetPlaces places) {
        this.shell = shell;
        this.classes = classes;
        this.places = places;
        this.purge = SnippetPurge.of(shell);
    }

    /** Frees unnamed results beyond the last few, and snippets that are over. */
    void tidy() {
        classes.variables().outdated().forEach(this::dropVariable);
        purge.ifPresent(this::purge);
    }

    /**
     * Gives up what JShell and this kernel keep of a snippet when nothing can name it.
     *
     * @param unmade whether there is no class of the cell's own snippet
     */
    void settle(SnippetEvent event, boolean unmade) {
        Snippet snippet = event.snippet();
        boolean own = event.causeSnippet() == null;
        if (own && (unmade || !snippet.kind().isPersistent())) {
            if (event.status().isActive()) {
                shell.drop(snippet);
            }
            forgetValue(snippet);
            over(snippet);
        } else if (event.status() == Snippet.Status.OVERWRITTEN
                || event.status() == Snippet.Status.REJECTED) {
            over(snippet);
        } else if (event.status() == Snippet.Status.DROPPED) {
            forgetValue(snippet);
        }
    }

    /** Gives up a snippet that nobody waits for any more; a variable with a name stays. */
    void abandon(Snippet snippet) {
        if (snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            dropVariable(((VarSnippet) snippet).name());
        } else if (!snippet.kind().isPersistent()) {
            shell.drop(snippet);
            over(snippet);
        }
    }

    private void forgetValue(Snippet snippet) {
        if (snippet instanceof VarSnippet variable) {
            classes.variables().drop(variable.name());
        }
    }

    /** Gives a variable of the cells up, with its value. */
    void dropVariable(String name) {
        shell.variables()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .ifPresent(
                        variable -> {
                            shell.drop(variable);
                            over(variable);
                        });
        classes.variables().drop(name);
    }

    private void over(Snippet snippet) {
        purge.ifPresent(p -> p.over(snippet));
    }

    private void purge(SnippetPurge from) {
        try {
            SnippetPurge.Purged purged = from.purge();
            purged.ids().forEach(places::remove);
            classes.forget(purged.wrappers());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JShell could be read and now cannot", e);
        }
    }
}
