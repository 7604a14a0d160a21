package io.github.alprolab.kernel.program;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a program needs in the place of the functions of notebooks. */
final class Helpers {
    private static final Map<String, String> ALL =
            new TreeMap<>(
                    Map.of(
                            "showValue",
                            """
                            /** Prints a value; of an array its elements. */
                            static void showValue(Object value) {
                                String text = java.util.Arrays.deepToString(new Object[] {value});
                                System.out.println(text.substring(1, text.length() - 1));
                            }
                            """,
                            "display",
                            """
                            static String display(Object value, String... types) {
                                showValue(value);
                                return "";
                            }
                            """,
                            "updateDisplay",
                            """
                            static void updateDisplay(String id, Object value, String... types) {
                                showValue(value);
                            }
                            """,
                            "clearOutput",
                            """
                            static void clearOutput(boolean... wait) {}
                            """,
                            "printf",
                            """
                            static void printf(String format, Object... values) {
                                System.out.printf(format, values);
                            }
                            """,
                            "input",
                            """
                            static String input(String prompt) {
                                System.out.print(prompt);
                                return READER.nextLine();
                            }
                            """,
                            "password",
                            """
                            static String password(String prompt) {
                                System.out.print(prompt);
                                return READER.nextLine();
                            }
                            """));

    private static final String READER =
            "static final java.util.Scanner READER = new java.util.Scanner(System.in);\n";

    private Helpers() {}

    /** Those that a program's text calls and does not declare itself. */
    static String usedBy(String text, List<String> declared) {
        StringBuilder used = new StringBuilder();
        boolean shows = false;
        for (String name : ALL.keySet()) {
            boolean called = Pattern.compile("(?<![.\\w])" + name + "\\s*\\(").matcher(text).find();
            if (called && !declared.contains(name) && !name.equals("showValue")) {
                used.append(ALL.get(name));
                shows = true;
            }
        }
        if (used.toString().contains("READER")) {
            used.insert(0, READER);
        }
        return (shows || text.contains("showValue(") ? ALL.get("showValue") : "") + used;
    }
}
