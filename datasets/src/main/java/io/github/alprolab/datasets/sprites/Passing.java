package io.github.alprolab.datasets.sprites;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Who goes past whom. */
final class Passing {
    /** How far before and behind the other's centre a way must reach, in shares of the picture. */
    private static final double CLEARLY = 0.05;

    private Passing() {}

    /**
     * Those that keep their place, seen all the time, while this one goes straight from one side of
     * them to the other.
     */
    static List<Noun> passedBy(SpriteTrack mover, List<SpriteTrack> tracks) {
        return tracks.stream()
                .filter(other -> other.action().inPlace() && passes(mover, other))
                .map(SpriteTrack::noun)
                .toList();
    }

    private static boolean passes(SpriteTrack mover, SpriteTrack other) {
        return switch (mover.action()) {
            case MOVE_LEFT, MOVE_RIGHT -> crosses(mover, other, Placement::x);
            case MOVE_UP, MOVE_DOWN -> crosses(mover, other, Placement::y);
            default -> false;
        };
    }

    private static boolean crosses(
            SpriteTrack mover, SpriteTrack other, ToDoubleFunction<Placement> along) {
        double centre = along.applyAsDouble(other.at(0));
        double start = along.applyAsDouble(mover.at(0)) - centre;
        double end = along.applyAsDouble(mover.atEnd()) - centre;
        return start * end < 0 && Math.min(Math.abs(start), Math.abs(end)) > CLEARLY;
    }
}
