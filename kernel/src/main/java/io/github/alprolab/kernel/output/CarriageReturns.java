package io.github.alprolab.kernel.output;

/**
 * Progress that is written over itself: of all the states between two carriage returns only what a
 * terminal would show in the end is kept.
 */
final class CarriageReturns {
    private CarriageReturns() {}

    /**
     * A text that looks the same when it is shown. What comes before the first carriage return of
     * the first line stays, because that line may have begun in an earlier text.
     */
    static String merge(String text) {
        if (text.indexOf('\r') < 0) {
            return text;
        }
        StringBuilder merged = new StringBuilder();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            merged.append(line(text.substring(start, end), start == 0));
            if (newline >= 0) {
                merged.append('\n');
            }
            start = end + 1;
        }
        return merged.toString();
    }

    private static String line(String line, boolean first) {
        int open = first ? line.indexOf('\r') + 1 : 0;
        String rest = line.substring(open);
        // Colours and other commands take no room on the screen, so overwriting is not ours to do.
        if (rest.indexOf('\r') < 0 || rest.indexOf('\u001b') >= 0 || rest.indexOf('\b') >= 0) {
            return line;
        }
        StringBuilder shown = new StringBuilder();
        String[] states = rest.split("\r", -1);
        for (String state : states) {
            shown.replace(0, Math.min(state.length(), shown.length()), state);
        }
        String last = states[states.length - 1];
        String cursor = last.length() == shown.length() ? "" : "\r" + last;
        return line.substring(0, open) + shown + cursor;
    }
}
