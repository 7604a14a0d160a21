package io.github.alprolab.serve;

import java.util.Optional;
import org.eclipse.jetty.util.Fields;

/**
 * A search that was asked for.
 *
 * @param text 1 to {@value #LONGEST} characters without control characters
 * @param most clips, 1 to {@value #MOST}
 */
record SearchQuery(String text, int most) {
    static final int LONGEST = 500;
    static final int MOST = 100;
    private static final int USUAL = 10;

    /**
     * Reads {@code q} and {@code k}.
     *
     * @throws RefusedException for what is not allowed, in words
     */
    static SearchQuery of(Fields fields) {
        String text = Optional.ofNullable(fields.getValue("q")).orElse("").strip();
        if (text.isEmpty()) {
            throw new RefusedException(
                    400, "There is no text; allowed is /search?q=a+dog+moves+left&k=10.");
        }
        if (text.length() > LONGEST) {
            throw new RefusedException(
                    400,
                    "The text has %,d characters; allowed are %d."
                            .formatted(text.length(), LONGEST));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedException(
                    400, "The text has control characters; allowed are letters, signs and blanks.");
        }
        return new SearchQuery(text, count(fields.getValue("k")));
    }

    private static int count(String given) {
        if (given == null) {
            return USUAL;
        }
        if (!given.matches("[0-9]{1,3}")
                || Integer.parseInt(given) < 1
                || Integer.parseInt(given) > MOST) {
            throw new RefusedException(
                    400, "k is no number of clips; allowed is 1 to %d.".formatted(MOST));
        }
        return Integer.parseInt(given);
    }
}
