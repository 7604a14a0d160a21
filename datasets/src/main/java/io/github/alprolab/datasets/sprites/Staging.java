package io.github.alprolab.datasets.sprites;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Places a cast on the stage so that its sprites hardly cover each other unless they should. */
final class Staging {
    private static final int ATTEMPTS = 80;

    /** A way that shows, in shares of the picture. */
    private static final double CLEARLY = 0.05;

    /** Smallest and largest side in thousandths, by number of sprites. */
    private static final int[][] SIZES = {{400, 520}, {360, 460}, {310, 370}};

    private final int frames;
    private final ScriptRandom random;
    private final SpriteRecipe recipe;
    private final Paths paths;

    Staging(int frames, ScriptRandom random, SpriteRecipe recipe) {
        this.frames = frames;
        this.random = random;
        this.recipe = recipe;
        this.paths = new Paths(frames, random);
    }

    /** Tracks back to front; empty when no arrangement was found. */
    Optional<List<SpriteTrack>> place(List<Role> roles) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<SpriteTrack> tracks = inTurn(draw(roles));
            if (clear(tracks) && approaching(tracks)) {
                return Optional.of(backToFront(tracks));
            }
        }
        return Optional.empty();
    }

    private List<SpriteTrack> draw(List<Role> roles) {
        int[] range = SIZES[roles.size() - 1];
        int[] sizes = roles.stream().mapToInt(r -> random.between(range[0], range[1])).toArray();
        SpriteTrack[] tracks = new SpriteTrack[roles.size()];
        for (int i = 0; i < tracks.length; i++) {
            Role role = roles.get(i);
            if (!role.action().needsPartner()) {
                tracks[i] = track(roles, i, paths.of(role.action(), sizes[i]));
            } else if (role.action() == Action.MEET && i < role.partner()) {
                int j = role.partner();
                List<List<Keyframe>> both = paths.meeting(sizes[i], sizes[j]);
                tracks[i] = track(roles, i, both.get(0));
                tracks[j] = track(roles, j, both.get(1));
            }
        }
        for (int i = 0; i < tracks.length; i++) {
            Role role = roles.get(i);
            if (role.action() == Action.PASS_BEHIND) {
                Keyframe partner = tracks[role.partner()].path().get(0);
                tracks[i] = track(roles, i, paths.behind(partner, sizes[i]));
            }
        }
        return Arrays.asList(tracks);
    }

    /** Half of the clips of a recipe with turns; the others as they are. */
    private List<SpriteTrack> inTurn(List<SpriteTrack> tracks) {
        boolean turns = recipe.turns() && random.chance(50);
        return turns ? new Turns(frames, random).of(tracks) : tracks;
    }

    private SpriteTrack track(List<Role> roles, int i, List<Keyframe> path) {
        Role role = roles.get(i);
        boolean leaves = role.action() == Action.DISAPPEAR;
        int visible = leaves ? frames * random.between(55, 75) / 100 : frames;
        Optional<Noun> partner =
                role.partner() == Role.NONE
                        ? Optional.empty()
                        : Optional.of(roles.get(role.partner()).noun());
        return new SpriteTrack(role.noun(), role.action(), partner, path, visible);
    }

    /** Whether of those that meet none only waits; the standard corpus has a few that do. */
    private boolean approaching(List<SpriteTrack> tracks) {
        return !recipe.encounters()
                || tracks.stream()
                        .filter(track -> track.action() == Action.MEET)
                        .allMatch(track -> Motion.of(track).distance() > CLEARLY);
    }

    private boolean clear(List<SpriteTrack> tracks) {
        return IntStream.range(0, tracks.size())
                .allMatch(
                        i ->
                                IntStream.range(i + 1, tracks.size())
                                        .allMatch(j -> clear(tracks.get(i), tracks.get(j))));
    }

    private boolean clear(SpriteTrack a, SpriteTrack b) {
        if (recipe.occlusion() || passes(a, b) || passes(b, a)) {
            int end = Math.min(a.visibleFrames(), b.visibleFrames()) - 1;
            return apart(a, b, 0) && apart(a, b, end) && apart(a, b, frames - 1);
        }
        return IntStream.range(0, frames).allMatch(frame -> apart(a, b, frame));
    }

    private static boolean passes(SpriteTrack mover, SpriteTrack other) {
        return mover.action() == Action.PASS_BEHIND
                && mover.partner().filter(other.noun()::equals).isPresent();
    }

    /** Whether the squares of both overlap by less than a tenth of the smaller side. */
    private static boolean apart(SpriteTrack a, SpriteTrack b, int frame) {
        Placement one = a.at(frame);
        Placement other = b.at(frame);
        double reach = (one.size() + other.size()) / 2 - Math.min(one.size(), other.size()) / 10;
        return Math.abs(one.x() - other.x()) >= reach || Math.abs(one.y() - other.y()) >= reach;
    }

    private static List<SpriteTrack> backToFront(List<SpriteTrack> tracks) {
        return tracks.stream()
                .sorted(Comparator.comparing(t -> t.action() != Action.PASS_BEHIND))
                .toList();
    }
}
