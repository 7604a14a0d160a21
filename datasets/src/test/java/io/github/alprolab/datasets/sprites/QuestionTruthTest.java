package io.github.alprolab.datasets.sprites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.datasets.EntityBox;
import io.github.alprolab.datasets.QuestionType;
import io.github.alprolab.datasets.Split;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Questions are read back and answered by watching the script, whatever seed, split, recipe. */
class QuestionTruthTest {
    private static final List<String> NUMBERS = List.of("none", "one", "two", "three");

    @Property(tries = 1000)
    void theAnswerIsTrueAndTheDistractorsAreNot(
            @ForAll long seed,
            @ForAll Split split,
            @ForAll @IntRange(max = 999_999) int index,
            @ForAll Recipes recipe) {
        SpriteScript script = new ScriptWriter(seed, recipe.recipe).script(split, index);
        List<SpriteQuestion> questions =
                QuestionWriter.questions(script, recipe.recipe.phrasing(split));
        Watching watching = new Watching(script);
        for (SpriteQuestion question : questions) {
            String text = question.question().text();
            assertThat(isTrue(watching, text, question.question().answer()))
                    .as("%s in %s", question, script.canonicalText())
                    .isTrue();
            for (String wrong : question.distractors()) {
                assertThat(isTrue(watching, text, wrong))
                        .as("%s: %s in %s", text, wrong, script.canonicalText())
                        .isFalse();
            }
        }
        assertThat(questions)
                .extracting(q -> q.question().id())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith(script.id()));
    }

    @Test
    void allPublishedTypesAreAskedAndAnswersAre40To250() {
        ScriptWriter writer = new ScriptWriter(42, SpriteRecipe.complete());
        Map<QuestionType, Integer> counts = new HashMap<>();
        Set<String> answers = new TreeSet<>();
        for (int i = 0; i < 3000; i++) {
            for (SpriteQuestion question :
                    QuestionWriter.questions(writer.script(Split.TRAIN, i), Phrasing.RICH)) {
                counts.merge(question.question().type(), 1, Integer::sum);
                answers.add(question.question().answer());
            }
        }
        EnumSet<QuestionType> published = EnumSet.allOf(QuestionType.class);
        published.remove(QuestionType.OTHER);
        assertThat(counts.keySet()).containsExactlyInAnyOrderElementsOf(published);
        assertThat(counts.values()).allMatch(n -> n > 1000);
        assertThat(answers).hasSizeBetween(40, 250).allMatch(answer -> answer.matches("[a-z]+"));
    }

    /** When this fails, {@link QuestionWriter#VERSION} must change too. */
    @Test
    void questionsAreTheSameOnEveryMachine() throws Exception {
        ScriptWriter writer = new ScriptWriter(42, SpriteRecipe.complete());
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < 200; i++) {
            for (SpriteQuestion asked :
                    QuestionWriter.questions(writer.script(Split.TRAIN, i), Phrasing.RICH)) {
                String line =
                        asked.question().id()
                                + asked.question().text()
                                + asked.question().answer()
                                + asked.distractors();
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("5719f44cd67f098c2cbc0a2f8a27b472e850ecf00a8b889703f01a8defb38bac");
    }

    @Test
    void questionsFollowFromTheScriptAlone() {
        SpriteScript script = new ScriptWriter(7, SpriteRecipe.complete()).script(Split.TEST, 3);
        assertThat(QuestionWriter.questions(script, Phrasing.RICH))
                .isEqualTo(QuestionWriter.questions(script, Phrasing.RICH));
    }

    private static boolean isTrue(Watching watching, String text, String answer) {
        Matcher m =
                match("when (?:do|does) the (\\w+) .+, (?:first or last|last or first)\\?", text);
        if (m != null) {
            return answer.equals(end(watching, watching.track(m.group(1))));
        }
        m =
                match(
                        "when (?:do|does) the (\\w+) (.+), (?:before or after|after or before) the (\\w+) (.+)\\?",
                        text);
        if (m != null) {
            return answer.equals(order(watching, m));
        }
        m = match("how many (things|animals) .+\\?", text);
        if (m != null) {
            return answer.equals(count(watching, m.group(1)));
        }
        m = match("how fast (?:do|does) the (\\w+) (?:move|go|travel)\\?", text);
        if (m != null) {
            return answer.equals(speed(watching, watching.track(m.group(1))));
        }
        m = match("where (?:is|are) the (\\w+) (.+)\\?", text);
        if (m != null) {
            return answer.equals(place(watching, watching.track(m.group(1)), m.group(2)));
        }
        m = match("where (?:do|does) the (\\w+) (?:go|move|travel)\\?", text);
        if (m != null) {
            return answer.equals(direction(watching, watching.track(m.group(1))));
        }
        m = match("what (?:do|does) the (\\w+) do(?: here| in the clip)?\\?", text);
        if (m != null) {
            return does(watching, watching.track(m.group(1)), answer);
        }
        m = match("(what|who) (?:do|does) the (\\w+) (.+)\\?", text);
        if (m != null) {
            return isPartner(watching, m, answer);
        }
        m = match("(what|who) (.+)\\?", text);
        return isDoer(watching, m.group(1), Lexicon.verb(m.group(2)), answer);
    }

    private static Matcher match(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.matches() ? matcher : null;
    }

    private static boolean isDoer(
            Watching watching, String pronoun, Lexicon.Fact told, String answer) {
        Action action = told.action().orElseThrow();
        List<String> doing =
                watching.doing(action).stream().map(track -> track.noun().name()).toList();
        if (!doing.contains(answer)) {
            return false;
        }
        SpriteTrack track = watching.track(answer);
        assertThat(doing).as("who %s in %s", told, watching.script).containsExactly(answer);
        assertThat(track.action()).isEqualTo(action);
        assertThat(track.partner().map(Noun::name)).isEqualTo(told.partner());
        return pronoun.equals(animal(track.noun()) ? "who" : "what");
    }

    private static boolean isPartner(Watching watching, Matcher m, String answer) {
        Lexicon.Fact told = Lexicon.verb(m.group(3) + " the " + answer);
        SpriteTrack track = watching.track(m.group(2));
        assertThat(track.action()).isEqualTo(told.action().orElseThrow());
        assertThat(watching.does(track, track.action())).isTrue();
        Noun partner = track.partner().orElseThrow();
        assertThat(m.group(1)).isEqualTo(animal(partner) ? "who" : "what");
        return partner.name().equals(answer);
    }

    private static boolean does(Watching watching, SpriteTrack track, String word) {
        boolean there = track.visibleFrames() > watching.last;
        return switch (word) {
            case "move" ->
                    watching.moves(track)
                            && !watching.does(track, Action.BOUNCE)
                            && !watching.does(track, Action.ENTER);
            case "stay" -> there && watching.does(track, Action.STAY);
            default -> watching.does(track, Action.valueOf(word.toUpperCase(Locale.ROOT)));
        };
    }

    private static String count(Watching watching, String what) {
        long count =
                watching.script.tracks().stream()
                        .filter(track -> what.equals("things") || animal(track.noun()))
                        .count();
        return NUMBERS.get((int) count);
    }

    private static String speed(Watching watching, SpriteTrack track) {
        double fastest =
                IntStream.range(0, watching.last)
                        .mapToDouble(
                                f ->
                                        Math.hypot(
                                                track.at(f + 1).x() - track.at(f).x(),
                                                track.at(f + 1).y() - track.at(f).y()))
                        .max()
                        .orElseThrow();
        double perSecond = fastest * SpriteScript.FRAMES_PER_SECOND;
        return perSecond < 0.25 ? "slowly" : perSecond > 0.35 ? "fast" : "neither";
    }

    private static String place(Watching watching, SpriteTrack track, String when) {
        EntityBox box = watching.box(track, when.matches(".*(end|last)") ? watching.last : 0);
        double x = box.left() + box.width() / 2;
        double y = box.top() + box.height() / 2;
        String column = x < 0.36 ? "left" : x > 0.64 ? "right" : "middle";
        String row = y < 0.36 ? "top" : y > 0.64 ? "bottom" : "middle";
        return column.equals("middle") ? row : row.equals("middle") ? column : "corner";
    }

    private static String direction(Watching watching, SpriteTrack track) {
        double right = watching.right(track);
        double down = watching.down(track);
        assertThat(Math.min(Math.abs(right), Math.abs(down))).isZero();
        return down == 0 ? right < 0 ? "left" : "right" : down < 0 ? "up" : "down";
    }

    private static String order(Watching watching, Matcher m) {
        SpriteTrack one = told(watching, m.group(1), m.group(2));
        SpriteTrack two = told(watching, m.group(3), m.group(4));
        if (watching.end(one) < watching.begin(two)) {
            return "before";
        }
        return watching.end(two) < watching.begin(one) ? "after" : "both";
    }

    private static SpriteTrack told(Watching watching, String noun, String verb) {
        SpriteTrack track = watching.track(noun);
        assertThat(Lexicon.verb(verb).action()).contains(track.action());
        return track;
    }

    private static String end(Watching watching, SpriteTrack track) {
        List<SpriteTrack> others =
                watching.script.tracks().stream()
                        .filter(other -> other != track && other.action() != Action.STAY)
                        .filter(
                                other ->
                                        !track.partner().equals(Optional.of(other.noun()))
                                                || track.action() != Action.MEET)
                        .toList();
        assertThat(others).isNotEmpty();
        if (others.stream().allMatch(o -> watching.end(track) < watching.begin(o))) {
            return "first";
        }
        boolean last = others.stream().allMatch(o -> watching.end(o) < watching.begin(track));
        return last ? "last" : "between";
    }

    private static boolean animal(Noun noun) {
        return noun.category().startsWith("animal");
    }
}
