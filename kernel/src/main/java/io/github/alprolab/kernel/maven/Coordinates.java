package io.github.alprolab.kernel.maven;

import io.github.alprolab.kernel.api.MagicException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code %maven} was asked for: {@code
 * groupId:artifactId:[packagingType:[classifier]]:version}.
 *
 * @param packaging Maven's packaging type, {@code jar} where it was left out
 * @param classifier empty for none
 */
record Coordinates(
        String groupId, String artifactId, String packaging, String classifier, String version) {
    private static final Pattern WRITTEN =
            Pattern.compile("([^:\\s]+):([^:\\s]+)(?::([^:\\s]*)(?::([^:\\s]*))?)?:([^:\\s;]+)");

    static Coordinates parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new MagicException(
                    "\""
                            + text
                            + "\" are no Maven coordinates; write"
                            + " groupId:artifactId:[packagingType:[classifier]]:version, for example"
                            + " org.apache.commons:commons-lang3:3.17.0.");
        }
        String packaging =
                parts.group(3) == null || parts.group(3).isEmpty() ? "jar" : parts.group(3);
        String classifier = parts.group(4) == null ? "" : parts.group(4);
        return new Coordinates(
                parts.group(1), parts.group(2), packaging, classifier, parts.group(5));
    }

    /** Whether a version means the same file for ever, so that a local one need not be renewed. */
    static boolean isFixed(String version) {
        return !version.endsWith("-SNAPSHOT")
                && !version.equals("LATEST")
                && !version.equals("RELEASE")
                && !version.startsWith("[")
                && !version.startsWith("(");
    }
}
