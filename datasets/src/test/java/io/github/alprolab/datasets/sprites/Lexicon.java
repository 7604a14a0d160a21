package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reader's understanding of the sentences, written apart from the code that makes them. */
final class Lexicon {
    private static final String ARTICLE = "(?:a|an|the|one|some)";
    private static final Map<Action, Pattern> VERBS = new LinkedHashMap<>();

    static {
        verb(Action.PASS_BEHIND, "(pass|go|mov|travel)\\w* (past )?behind");
        verb(
                Action.MEET,
                "meet\\w*|approach\\w*|(com|get)\\w* together with|(com|get)\\w* close to");
        verb(Action.MOVE_DIAGONALLY, "(mov|go|travel)\\w* (diagonally|on a diagonal)");
        verb(Action.MOVE_LEFT, "(mov|go|travel)\\w* (left|to the left|leftwards)");
        verb(Action.MOVE_RIGHT, "(mov|go|travel)\\w* (right|to the right|rightwards)");
        verb(Action.MOVE_UP, "(mov|go|travel)\\w* (up|upwards)|ris\\w+");
        verb(Action.MOVE_DOWN, "(mov|go|travel)\\w* (down|downwards)|sink\\w*");
        verb(Action.BOUNCE, "(jump|hop|bounc)\\w* up-and-down|bounc\\w+");
        verb(Action.GROW, "grow\\w*|(get|becom)\\w* (bigger|larger|big)");
        verb(Action.SHRINK, "shrink\\w*|(get|becom)\\w* (smaller|small)");
        verb(Action.SPIN, "(spin|rotat)\\w*( around)?|turn\\w* around");
        verb(Action.STOP, "(stop|halt)\\w*( after a while)?|com\\w* to a stop");
        verb(Action.DISAPPEAR, "(disappear|vanish)\\w*( from view)?");
        verb(Action.STAY, "(stay|stand)\\w* (still|in place)");
        verb(
                Action.ENTER,
                "enter\\w*( the picture)?|com\\w* (in|into view|into the picture( from outside)?)");
    }

    private Lexicon() {}

    private static void verb(Action action, String words) {
        String partner = action.needsPartner() ? " " + ARTICLE + " (?<partner>[a-z]+)" : "";
        VERBS.put(action, Pattern.compile("(?:" + words + ")" + partner));
    }

    /** Who does what, with whom, past whom. */
    record Fact(
            String noun,
            Optional<Action> action,
            Optional<String> partner,
            Optional<String> past) {}

    static List<Fact> facts(String caption) {
        String sentence =
                caption.replaceFirst("^.*?\\b(?:of|showing) (?=" + ARTICLE + " )", "")
                        .replaceFirst("\\.$", "")
                        .replace("up and down", "up-and-down");
        return List.of(sentence.split(", | and ")).stream().map(Lexicon::fact).toList();
    }

    private static Fact fact(String clause) {
        Matcher parts =
                Pattern.compile(ARTICLE + " ([a-z]+)(?: that)?(?: (.+?))??(?: past the ([a-z]+))?")
                        .matcher(clause);
        assertThat(parts.matches()).as(clause).isTrue();
        if (parts.group(2) == null) {
            return new Fact(parts.group(1), Optional.empty(), Optional.empty(), Optional.empty());
        }
        Fact told = verb(parts.group(2));
        return new Fact(
                parts.group(1), told.action(), told.partner(), Optional.ofNullable(parts.group(3)));
    }

    /** What a verb phrase says, its partner included; nobody named. */
    static Fact verb(String phrase) {
        String words = phrase.replace("up and down", "up-and-down");
        List<Fact> readings =
                VERBS.entrySet().stream()
                        .flatMap(e -> read(e.getKey(), e.getValue().matcher(words)).stream())
                        .toList();
        assertThat(readings).as("readings of \"%s\"", phrase).hasSize(1);
        return readings.get(0);
    }

    private static Optional<Fact> read(Action action, Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> partner =
                action.needsPartner() ? Optional.of(matcher.group("partner")) : Optional.empty();
        return Optional.of(new Fact("", Optional.of(action), partner, Optional.empty()));
    }
}
