package io.github.alprolab.kernel.session;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is near to a name that nothing has, or where such a name comes from. */
record NameAdvice(KnownNames names) {
    /** A member that is read or called behind a name. */
    private static final Pattern MEMBER = Pattern.compile("\\s*\\.\\s*(\\w+)");

    private static final String LEAVING =
            "To leave a console press Ctrl-D; a notebook's kernel ends by the Kernel menu. The kernel"
                    + " goes on.";

    /**
     * What a name without a dot before it may have been meant to be. Where it begins as variables
     * do, a type is offered only before a member that it has itself: nobody means {@code Pairs} by
     * the variable {@code pairs}, which a restart of the kernel took away.
     *
     * @param rest what stands behind the name
     */
    List<String> ofValue(String before, String name, String rest, boolean called) {
        Matcher member = MEMBER.matcher(rest);
        String next = member.lookingAt() ? member.group(1) : "";
        if (name.matches("exit|quit") && before.isBlank()) {
            return List.of(LEAVING);
        }
        boolean ofType = Character.isUpperCase(name.codePointAt(0));
        List<String> alike =
                names.behind(before).stream()
                        .filter(text -> !called || KnownNames.isMethod(text))
                        .map(KnownNames::bare)
                        .toList();
        List<String> near =
                NearNames.of(name, alike).stream()
                        .filter(known -> ofType || has(known, next) || !has(known, "class"))
                        .toList();
        return near.isEmpty() ? List.of(undeclared(name)) : question(near);
    }

    private boolean has(String type, String member) {
        return names.behind(type + ".").stream().map(KnownNames::bare).anyMatch(member::equals);
    }

    private static String undeclared(String name) {
        return name
                + " is not declared in this session; after a restart run the cell that declares it"
                + " again.";
    }

    /** Known names that are near to another. */
    static List<String> near(List<String> known, String name) {
        return question(NearNames.of(name, known.stream().map(KnownNames::bare).toList()));
    }

    private static List<String> question(List<String> near) {
        return near.isEmpty()
                ? List.of()
                : List.of("did you mean " + String.join(" or ", near) + "?");
    }
}
