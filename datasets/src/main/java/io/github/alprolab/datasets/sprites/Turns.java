package io.github.alprolab.datasets.sprites;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Lets the sprites of a clip act one after the other, each still before and after. */
final class Turns {
    /** Fewest pictures of a turn; where there are fewer for each, all act at once. */
    private static final int SHORTEST = 10;

    /** A sprite alone acts in a part of the clip that starts and ends in these percents. */
    private static final int LATEST_START = 30;

    private static final int EARLIEST_END = 60;

    private final int last;
    private final ScriptRandom random;

    Turns(int frames, ScriptRandom random) {
        this.last = frames - 1;
        this.random = random;
    }

    /** The same tracks in the same order, each in its own part of the clip; a pair shares one. */
    List<SpriteTrack> of(List<SpriteTrack> tracks) {
        List<SpriteTrack> leaders = shuffled(tracks.stream().filter(Turns::leads).toList());
        if (last < SHORTEST * leaders.size()) {
            return tracks;
        }
        List<Turn> turns = turns(leaders.size());
        return tracks.stream()
                .map(
                        track ->
                                place(track, leaders)
                                        .map(place -> during(track, turns.get(place)))
                                        .orElse(track))
                .toList();
    }

    /** Who has a turn; the second of two that meet takes that of the first. */
    private static boolean leads(SpriteTrack track) {
        boolean follows = track.action() == Action.MEET && !first(track);
        return track.action() != Action.STAY && !follows;
    }

    private static boolean first(SpriteTrack track) {
        return track.noun().name().compareTo(track.partner().orElseThrow().name()) < 0;
    }

    private static Optional<Integer> place(SpriteTrack track, List<SpriteTrack> leaders) {
        return IntStream.range(0, leaders.size())
                .filter(i -> leaders.get(i) == track || meet(leaders.get(i), track))
                .boxed()
                .findFirst();
    }

    private static boolean meet(SpriteTrack leader, SpriteTrack track) {
        return track.action() == Action.MEET
                && track.partner().filter(leader.noun()::equals).isPresent();
    }

    private List<Turn> turns(int count) {
        if (count == 1) {
            int from = last * random.between(0, LATEST_START) / 100;
            return List.of(new Turn(from, last * random.between(EARLIEST_END, 100) / 100));
        }
        return IntStream.range(0, count)
                .mapToObj(i -> new Turn(last * i / count + 1, last * (i + 1) / count - 1))
                .toList();
    }

    private SpriteTrack during(SpriteTrack track, Turn turn) {
        if (track.action() == Action.DISAPPEAR) {
            return track.visible((turn.from() + turn.to()) / 2);
        }
        List<Keyframe> path = new ArrayList<>(List.of(track.path().get(0)));
        for (Keyframe key : track.path()) {
            int frame = turn.from() + key.frame() * (turn.to() - turn.from()) / last;
            int end = path.size() - 1;
            if (frame > path.get(end).frame()) {
                path.add(key.at(frame));
            } else if (end > 0) {
                // A short turn has fewer pictures than keyframes: the later one counts.
                path.set(end, key.at(frame));
            }
        }
        return track.along(path);
    }

    private List<SpriteTrack> shuffled(List<SpriteTrack> tracks) {
        List<SpriteTrack> left = new ArrayList<>(tracks);
        List<SpriteTrack> order = new ArrayList<>();
        while (!left.isEmpty()) {
            order.add(left.remove(random.below(left.size())));
        }
        return order;
    }

    /** Pictures from and to which a sprite acts. */
    private record Turn(int from, int to) {}
}
