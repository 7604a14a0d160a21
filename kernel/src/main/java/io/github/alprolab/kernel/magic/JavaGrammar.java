package io.github.alprolab.kernel.magic;

import io.github.alprolab.kernel.session.JavaSession;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** JShell's view of text that is Java or a magic. */
record JavaGrammar(JavaSession session) implements CellParts.Grammar {
    @Override
    public boolean isJava(String text) {
        String rest = text;
        while (!rest.isBlank()) {
            CompletionInfo info = session.analysis().analyzeCompletion(rest);
            if (info.completeness() == Completeness.UNKNOWN) {
                return false;
            }
            if (!info.completeness().isComplete()) {
                return true;
            }
            rest = info.remaining();
        }
        return true;
    }

    @Override
    public boolean isVariable(String name) {
        return session.hasVariable(name);
    }
}
