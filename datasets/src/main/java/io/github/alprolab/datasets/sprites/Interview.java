package io.github.alprolab.datasets.sprites;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A script as questions are asked about it: who is in it, what could be said, and in what words.
 */
final class Interview {
    private static final int DISTRACTORS = 3;

    private final SpriteScript script;
    private final Phrasing phrasing;
    private final ScriptRandom random;
    private final ObservedActions observed;

    Interview(SpriteScript script, Phrasing phrasing) {
        this.script = script;
        this.phrasing = phrasing;
        this.random = ScriptRandom.of(ScriptRandom.hash(script.canonicalText()));
        this.observed = new ObservedActions(script);
    }

    SpriteScript script() {
        return script;
    }

    ScriptRandom random() {
        return random;
    }

    List<SpriteTrack> tracks() {
        return script.tracks();
    }

    ObservedActions observed() {
        return observed;
    }

    Set<Action> seen(SpriteTrack track) {
        return observed.of(track);
    }

    /** One of the usual wordings, or of those kept for testing. */
    String word(List<String> usual, List<String> heldOut) {
        return random.pick(phrasing == Phrasing.HELD_OUT ? heldOut : usual);
    }

    /** What a sprite does after "does", such as {@code pass behind the cat}. */
    String base(SpriteTrack track) {
        return verb(track) + partner(track);
    }

    /** The same without the partner. */
    String verb(SpriteTrack track) {
        VerbPhrase phrase = random.pick(phrasing.verbs(track.action()));
        return phrase.plural() + phrase.rest();
    }

    /** What it does after a noun or "who", such as {@code passes behind the cat}. */
    String finite(SpriteTrack track, boolean plural) {
        VerbPhrase phrase = random.pick(phrasing.verbs(track.action()));
        return (plural ? phrase.plural() : phrase.singular()) + phrase.rest() + partner(track);
    }

    static String does(Noun noun) {
        return (plural(noun) ? "do " : "does ") + Article.THE.before(noun);
    }

    static String is(Noun noun) {
        return (plural(noun) ? "are " : "is ") + Article.THE.before(noun);
    }

    static boolean plural(Noun noun) {
        return noun.grammar() == NounGrammar.PLURAL;
    }

    /** "who" for animals, "what" for all else. */
    static String pronoun(Noun noun) {
        return animal(noun) ? "who" : "what";
    }

    static boolean animal(Noun noun) {
        return noun.category().startsWith("animal-");
    }

    private static String partner(SpriteTrack track) {
        return track.partner().map(noun -> " " + Article.THE.before(noun)).orElse("");
    }

    /** Nouns of the clip, then others, of the same kind as the answer; none of those left out. */
    List<String> otherNouns(Noun answer, Set<Noun> leftOut) {
        List<Noun> shown = script.tracks().stream().map(SpriteTrack::noun).toList();
        List<Noun> drawn =
                Stream.generate(() -> random.pick(SpriteTable.nouns()))
                        .filter(noun -> animal(noun) == animal(answer) && !shown.contains(noun))
                        .distinct()
                        .limit(DISTRACTORS)
                        .toList();
        return Stream.concat(shown.stream(), drawn.stream())
                .filter(noun -> animal(noun) == animal(answer))
                .filter(noun -> !noun.equals(answer) && !leftOut.contains(noun))
                .map(Noun::name)
                .limit(DISTRACTORS)
                .toList();
    }

    /** At most three of the answers of a kind without the right one, in drawn order. */
    List<String> others(List<String> kind, String answer) {
        List<String> left = new ArrayList<>(kind);
        left.remove(answer);
        List<String> drawn = new ArrayList<>();
        while (!left.isEmpty() && drawn.size() < DISTRACTORS) {
            drawn.add(left.remove(random.below(left.size())));
        }
        return drawn;
    }
}
