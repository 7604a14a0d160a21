package io.github.alprolab.kernel.help;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * A cell as JShell can analyse it before it has run. JShell takes one snippet or a row of
 * statements; what is neither is replaced by blanks, so that every index stays what it was.
 */
final class UnrunCode {
    private static final String MODIFIERS =
            "(?:@\\w+\\s+|public\\s+|protected\\s+|private\\s+|static\\s+|final\\s+|abstract\\s+)*";

    private static final Pattern TYPE =
            Pattern.compile(MODIFIERS + "(?:class|interface|enum|record|@interface)\\s+\\w");

    private static final Pattern METHOD =
            Pattern.compile(
                    MODIFIERS
                            + "(?:<[^{(]*>\\s*)?(?!new\\b|else\\b|return\\b)[\\w.$]+(?:<[^{(]*>)?(?:\\[])*"
                            + "\\s+\\w+\\s*\\([^)]*\\)\\s*(?:throws[^{]*)?\\{");

    private static final Pattern CONDITION = Pattern.compile("\\b((?:if|while)\\s*\\()$");

    /** The variable of a loop over a collection. */
    private static final Pattern EACH =
            Pattern.compile("\\s*(?:final\\s+)?[\\w.$]+(?:<[^;:]*>)?(?:\\[])*\\s+\\w+\\s*:(?!:)");

    private final SourceCodeAnalysis analysis;

    UnrunCode(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /**
     * The code in which everything before an index are statements.
     *
     * @param code Java alone; what else a cell has is masked
     */
    String statements(String code, int index) {
        StringBuilder seen = new StringBuilder(code);
        int begin = 0;
        int end = next(seen, begin, index);
        while (end > begin) {
            if (isNoStatement(seen.substring(begin, end))) {
                blank(seen, begin, end);
            }
            begin = end;
            end = next(seen, begin, index);
        }
        openConditions(seen, index);
        return seen.toString();
    }

    /** Blanks what opens a condition that is not closed yet: JShell knows nothing inside of one. */
    private static void openConditions(StringBuilder code, int index) {
        String before = code.substring(0, index);
        for (int open : Place.openParentheses(before, index)) {
            Matcher condition = CONDITION.matcher(before.substring(0, open + 1));
            Matcher each = EACH.matcher(before).region(open + 1, index);
            if (condition.find()) {
                blank(code, condition.start(1), open + 1);
            } else if (before.substring(0, open).matches("(?s).*\\bfor\\s*") && each.lookingAt()) {
                blank(code, before.lastIndexOf("for", open), each.end());
            }
        }
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

    /** Told by its words: asking JShell for the kind changes what Java 25's JShell knows later. */
    private static boolean isNoStatement(String source) {
        String text = source.strip();
        return text.startsWith("import ")
                || TYPE.matcher(text).lookingAt()
                || METHOD.matcher(text).lookingAt();
    }

    private static void blank(StringBuilder code, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (code.charAt(i) != '\n') {
                code.setCharAt(i, ' ');
            }
        }
    }
}
