package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Probe;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Pairs of captions that differ in exactly one thing, of which the script makes one true and the
 * other false. Both are told in the same words and in the same order, and follow from the script
 * alone.
 *
 * <table>
 *   <caption>What is asked</caption>
 *   <tr><td>noun</td><td>another thing does the same</td></tr>
 *   <tr><td>action</td><td>the same thing does something else</td></tr>
 *   <tr><td>direction</td><td>left for right, up for down</td></tr>
 *   <tr><td>order</td><td>growing for shrinking: the same pictures the other way round</td></tr>
 *   <tr><td>number</td><td>one thing more or one less is told than there is</td></tr>
 *   <tr><td>who</td><td>two things exchange what they do</td></tr>
 *   <tr><td>partner</td><td>the one that is passed behind is another</td></tr>
 * </table>
 */
public final class SpriteProbes {
    private static final Set<Action> DIRECTIONS =
            EnumSet.of(Action.MOVE_LEFT, Action.MOVE_RIGHT, Action.MOVE_UP, Action.MOVE_DOWN);
    private static final Set<Action> ORDERS = EnumSet.of(Action.GROW, Action.SHRINK);
    private static final int MOST_SPRITES = 3;

    private final Pair pair;
    private final List<SpriteTrack> tracks;
    private final ObservedActions observed;
    private final long seed;

    private SpriteProbes(Pair pair, SpriteScript script) {
        this.pair = pair;
        this.tracks = script.tracks();
        this.observed = new ObservedActions(script);
        this.seed = ScriptRandom.hash(script.id());
    }

    /** At most one probe of each kind; none of a pair that is not of the moving sprites. */
    public static List<Probe> of(Pair pair) {
        return pair.truth()
                .filter(ScriptTruth.class::isInstance)
                .map(truth -> new SpriteProbes(pair, ((ScriptTruth) truth).script()).all())
                .orElse(List.of());
    }

    private List<Probe> all() {
        return Stream.of(
                        probe("noun", this::otherNouns),
                        probe("action", this::otherActions),
                        probe("direction", random -> opposites(DIRECTIONS)),
                        probe("order", random -> opposites(ORDERS)),
                        probe("number", this::otherNumbers),
                        probe("who", random -> exchanges()),
                        probe("partner", random -> otherPartners()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** One of the ways to make the caption false. */
    private Optional<Probe> probe(
            String asks, Function<ScriptRandom, Stream<List<SpriteTrack>>> ways) {
        long own = ScriptRandom.hash(asks);
        ScriptRandom random = ScriptRandom.of(seed, own, 0);
        List<List<SpriteTrack>> possible = ways.apply(random).toList();
        return possible.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Probe(asks, pair, told(tracks, own), told(random.pick(possible), own)));
    }

    /** Equal draws, so equal words wherever the tracks are equal. */
    private String told(List<SpriteTrack> some, long own) {
        return new CaptionWriter(ScriptRandom.of(seed, own, 1), Phrasing.STANDARD).caption(some);
    }

    private Stream<List<SpriteTrack>> otherNouns(ScriptRandom random) {
        Noun noun = random.pick(tracks).noun();
        Noun other = absent(noun.grammar(), random);
        return Stream.of(tracks.stream().map(t -> Retold.renamed(t, noun, other)).toList());
    }

    /** A noun that is not in the clip, with the articles and verbs of the given grammar. */
    private Noun absent(NounGrammar grammar, ScriptRandom random) {
        List<Noun> present = tracks.stream().map(SpriteTrack::noun).toList();
        return random.pick(
                SpriteTable.nouns().stream()
                        .filter(n -> n.grammar() == grammar && !present.contains(n))
                        .toList());
    }

    private Stream<List<SpriteTrack>> otherActions(ScriptRandom random) {
        return able().flatMap(
                        track ->
                                Stream.of(Action.values())
                                        .filter(a -> !a.needsPartner())
                                        .filter(a -> !observed.of(track).contains(a))
                                        .filter(a -> !isOpposite(track.action(), a))
                                        .map(a -> with(track, Retold.doing(track, a))));
    }

    private static boolean isOpposite(Action action, Action other) {
        return Retold.opposite(action).equals(Optional.of(other));
    }

    /** Those whose actions are their own. */
    private Stream<SpriteTrack> able() {
        return tracks.stream().filter(t -> !t.action().needsPartner());
    }

    private Stream<List<SpriteTrack>> opposites(Set<Action> of) {
        return able().flatMap(
                        track ->
                                Retold.opposite(track.action())
                                        .filter(of::contains)
                                        .filter(a -> !observed.of(track).contains(a))
                                        .map(a -> with(track, Retold.doing(track, a)))
                                        .stream());
    }

    /** Told longer or shorter, each for half of the clips: a liking for length gains nothing. */
    private Stream<List<SpriteTrack>> otherNumbers(ScriptRandom random) {
        boolean longer = random.chance(50);
        if (longer && tracks.size() < MOST_SPRITES) {
            Noun noun = absent(NounGrammar.SINGLE, random);
            return able().map(t -> Retold.doing(Retold.renamed(t, t.noun(), noun), t.action()))
                    .map(more -> Stream.concat(tracks.stream(), Stream.of(more)).toList());
        }
        boolean apart = able().count() == tracks.size();
        return longer || !apart || tracks.size() == 1
                ? Stream.empty()
                : able().map(left -> tracks.stream().filter(t -> t != left).toList());
    }

    private Stream<List<SpriteTrack>> exchanges() {
        return able().flatMap(
                        one ->
                                able().filter(other -> isFalse(one, other))
                                        .map(other -> exchanged(one, other)));
    }

    private boolean isFalse(SpriteTrack one, SpriteTrack other) {
        return !observed.of(one).contains(other.action())
                && !observed.of(other).contains(one.action());
    }

    private List<SpriteTrack> exchanged(SpriteTrack one, SpriteTrack other) {
        return tracks.stream()
                .map(t -> t == one ? Retold.doing(t, other.action()) : t)
                .map(t -> t == other ? Retold.doing(t, one.action()) : t)
                .toList();
    }

    private Stream<List<SpriteTrack>> otherPartners() {
        return tracks.stream()
                .filter(t -> t.action() == Action.PASS_BEHIND)
                .flatMap(
                        track ->
                                tracks.stream()
                                        .filter(third -> third != track)
                                        .filter(third -> !observed.inFrontOf(track).contains(third))
                                        .map(third -> Retold.beside(track, third.noun()))
                                        .map(told -> with(track, told)));
    }

    private List<SpriteTrack> with(SpriteTrack from, SpriteTrack to) {
        return tracks.stream().map(t -> t == from ? to : t).toList();
    }
}
