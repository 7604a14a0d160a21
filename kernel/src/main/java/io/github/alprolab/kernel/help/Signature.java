package io.github.alprolab.kernel.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A declaration as JShell words it, such as {@code Trainer Trainer.epochs(int count)} or {@code
 * Math.PI:double}.
 *
 * @param text as it came
 * @param owner the declaring type's name without type arguments; empty for what cells declare
 * @param name the last name
 * @param parameters of a method or constructor; empty for everything else
 */
record Signature(String text, String owner, String name, Optional<List<Parameter>> parameters) {

    /**
     * A parameter.
     *
     * @param type without type arguments
     * @param name empty where the class file does not tell
     * @param arguments of the type, such as {@code Trainer} of {@code UnaryOperator<Trainer>}
     */
    record Parameter(String type, String name, String arguments) {

        /** The type's last name alone, with brackets for arrays: how documentation is found. */
        String key() {
            String bare = type.replace("...", "[]");
            return bare.substring(bare.lastIndexOf('.') + 1);
        }
    }

    static Signature of(String written) {
        String text = withoutRecordHeader(written);
        int open = text.indexOf('(');
        String head = open < 0 ? text.replaceAll(":.*", "") : text.substring(0, open);
        String plain = withoutTypeArguments(head).strip();
        String path = plain.substring(plain.lastIndexOf(' ') + 1);
        boolean constructor = open >= 0 && !plain.contains(" ");
        int dot = path.lastIndexOf('.');
        String name = path.substring(dot + 1);
        String owner = constructor ? path : path.substring(0, Math.max(0, dot));
        return new Signature(
                text,
                owner,
                name,
                open < 0 ? Optional.empty() : Optional.of(parameters(text, open)));
    }

    /** Newer JShells write a member's record with its components: {@code int Point(int x).x()}. */
    static String withoutRecordHeader(String text) {
        return text.replaceAll("\\([^()]*\\)(?=[.(])", "");
    }

    /** The parameter that takes an argument; the last one of variable arity takes all others. */
    Optional<Parameter> parameter(int argument) {
        List<Parameter> all = parameters.orElse(List.of());
        if (argument < all.size()) {
            return Optional.of(all.get(argument));
        }
        return all.isEmpty() || !all.get(all.size() - 1).type().endsWith("...")
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1));
    }

    /** The member's name with its parameters' types, as documentation is filed. */
    String key() {
        return parameters.map(all -> name + key(all)).orElse(name);
    }

    private static String key(List<Parameter> all) {
        return "(" + String.join(",", all.stream().map(Parameter::key).toList()) + ")";
    }

    static String withoutTypeArguments(String text) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth -= c == '>' ? 1 : 0;
            if (depth == 0 && c != '<' && c != '>') {
                plain.append(c);
            }
            depth += c == '<' ? 1 : 0;
        }
        return plain.toString();
    }

    private static List<Parameter> parameters(String text, int open) {
        return parametersOf(text.substring(open + 1, Math.max(open + 1, text.lastIndexOf(')'))));
    }

    /** The parameters of a list such as {@code Path file, UnaryOperator<Trainer> edit}. */
    static List<Parameter> parametersOf(String list) {
        List<Parameter> found = new ArrayList<>();
        for (String one : divided(list)) {
            String[] words = withoutTypeArguments(one).strip().split("\\s+");
            String name = words.length > 1 ? words[words.length - 1] : "";
            int begin = one.indexOf('<') + 1;
            String arguments = begin == 0 ? "" : one.substring(begin, one.lastIndexOf('>'));
            if (!words[0].isEmpty()) {
                found.add(new Parameter(words[0], name, arguments));
            }
        }
        return found;
    }

    /** A list's parts; commas between angle brackets divide none. */
    static List<String> divided(String list) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        int depth = 0;
        for (int at = 0; at < list.length(); at++) {
            char c = list.charAt(at);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(list.substring(begin, at));
                begin = at + 1;
            }
        }
        parts.add(list.substring(begin));
        return parts;
    }
}
