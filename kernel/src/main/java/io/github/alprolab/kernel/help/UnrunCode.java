package io.github.alprolab.kernel.help;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * A cell as JShell can analyse it before it has run. JShell takes one snippet or a row of
 * statements; what is neither is replaced by blanks, so that every index stays what it was.
 */
final class UnrunCode {
    private static final Pattern MAGIC = Pattern.compile("(?m)^[ \\t]*%%?\\w.*$");

    private static final Set<Snippet.Kind> NO_STATEMENTS =
            Set.of(Snippet.Kind.IMPORT, Snippet.Kind.METHOD, Snippet.Kind.TYPE_DECL);

    private final SourceCodeAnalysis analysis;

    UnrunCode(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** The code in which everything before an index are statements. */
    String statements(String code, int index) {
        StringBuilder seen = new StringBuilder(code);
        Matcher magic = MAGIC.matcher(code);
        while (magic.find()) {
            blank(seen, magic.start(), magic.end());
        }
        int begin = 0;
        int end = next(seen, begin, index);
        while (end > begin) {
            if (isNoStatement(seen.substring(begin, end))) {
                blank(seen, begin, end);
            }
            begin = end;
            end = next(seen, begin, index);
        }
        return seen.toString();
    }

    /** The end of a whole snippet with more behind it; its begin where there is none. */
    private int next(StringBuilder code, int begin, int index) {
        String rest = code.substring(begin, index);
        if (!rest.contains("\n") && !rest.contains(";")) {
            return begin;
        }
        CompletionInfo info = analysis.analyzeCompletion(rest);
        String remaining = info.remaining() == null ? "" : info.remaining();
        return info.completeness().isComplete() && !remaining.isBlank()
                ? index - remaining.length()
                : begin;
    }

    private boolean isNoStatement(String source) {
        String text = source.strip();
        boolean perhaps = text.startsWith("import") || text.endsWith("}");
        return perhaps
                && analysis.sourceToSnippets(text).stream()
                        .anyMatch(snippet -> NO_STATEMENTS.contains(snippet.kind()));
    }

    private static void blank(StringBuilder code, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (code.charAt(i) != '\n') {
                code.setCharAt(i, ' ');
            }
        }
    }
}
