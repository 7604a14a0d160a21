package io.github.alprolab.kernel.session;

import java.util.ArrayList;
import java.util.List;

/** Signatures as the compiler prints them, shortened. */
final class Signatures {
    private Signatures() {}

    /** {@code pairs(Pairs)} of {@code Trainer Trainer.pairs(Pairs pairs) throws IOException}. */
    static String call(String signature, String method) {
        int open = signature.indexOf(method + "(") + method.length();
        int close = signature.lastIndexOf(')');
        List<String> types = new ArrayList<>();
        for (String parameter : split(signature.substring(open + 1, Math.max(open + 1, close)))) {
            int name = parameter.lastIndexOf(' ');
            types.add(name < 0 ? parameter : parameter.substring(0, name));
        }
        return method + "(" + String.join(", ", types) + ")";
    }

    /** Splits at commas that are not between angle brackets. */
    private static List<String> split(String parameters) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= parameters.length(); i++) {
            char c = i < parameters.length() ? parameters.charAt(i) : ',';
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                String part = parameters.substring(start, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            }
        }
        return parts;
    }
}
