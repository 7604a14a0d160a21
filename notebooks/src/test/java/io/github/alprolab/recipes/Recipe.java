package io.github.alprolab.recipes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One recipe of {@code docs/recipes.md}.
 *
 * @param title its heading
 * @param edits what it adds, in order
 * @param cell code that shows the new thing
 * @param printed lines that the cell prints, among others
 */
record Recipe(String title, List<Edit> edits, String cell, List<String> printed) {

    /**
     * Lines for a file.
     *
     * @param path the file, from the root of the project
     * @param where {@code after} or {@code before} the anchor; empty for a new file
     * @param anchor text that stands in the file once
     */
    record Edit(String path, String where, String anchor, String lines) {

        /** The file with the lines in it. */
        String applied(String source) {
            int place = source.indexOf(anchor);
            if (place < 0 || source.indexOf(anchor, place + 1) >= 0) {
                throw new AssertionError("“" + anchor + "” stands not once in " + path);
            }
            int at = where.equals("after") ? place + anchor.length() : place;
            return source.substring(0, at) + lines + source.substring(at);
        }
    }

    private static final String FENCE = ":\\R\\R```(?:java)?\\R(.*?\\R)```$";
    private static final Pattern STEP =
            Pattern.compile(
                    "^(?:New file `([^`]+)`|In `([^`]+)`, (after|before) `([^`]+)`"
                            + "|(A cell)|(It prints))"
                            + FENCE,
                    Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern SECTION =
            Pattern.compile(
                    "^## (Add .*?)\\R(.*?)(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    /** All recipes of the page. */
    static List<Recipe> of(String page) {
        return SECTION.matcher(page)
                .results()
                .map(section -> of(section.group(1), section.group(2)))
                .toList();
    }

    private static Recipe of(String title, String text) {
        List<Edit> edits = new ArrayList<>();
        String cell = "";
        List<String> printed = List.of();
        Matcher steps = STEP.matcher(text);
        for (MatchResult step : (Iterable<MatchResult>) steps.results()::iterator) {
            String lines = step.group(7);
            if (step.group(1) != null) {
                edits.add(new Edit(step.group(1), "", "", lines));
            } else if (step.group(2) != null) {
                // The line break before the closing fence belongs to the page.
                String inside =
                        step.group(3).equals("after") ? "\n" + lines.stripTrailing() : lines;
                edits.add(new Edit(step.group(2), step.group(3), step.group(4), inside));
            } else if (step.group(5) != null) {
                cell = lines;
            } else {
                printed = lines.lines().toList();
            }
        }
        return new Recipe(title, edits, cell, printed);
    }
}
