package io.github.alprolab.kernel.help;

/**
 * One text that may stand at the cursor.
 *
 * @param text replaces what was typed
 * @param kind in Jupyter's words: {@code function}, {@code class}, {@code instance}, {@code
 *     property}, {@code module}, {@code keyword}, {@code path} or {@code magic}
 * @param signature of a method with its parameters, of a variable its type, or empty
 */
public record Match(String text, String kind, String signature) {

    public Match(String text, String kind) {
        this(text, kind, "");
    }

    /** The name of a text alone, without the parenthesis of a call. */
    static String bare(String text) {
        int open = text.indexOf('(');
        return open < 0 ? text : text.substring(0, open);
    }
}
