package io.github.alprolab.datasets.sprites;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a viewer could say that a sprite does. Its own action is always among it, and often more: a
 * sprite that enters also moves to some side. A question has one answer only if nothing else could
 * be said.
 */
final class ObservedActions {
    /** Shares of the picture from which on a way counts. */
    private static final double NOTICEABLE = 0.02;

    /** Gap between two squares, in shares of the picture, up to which sprites are close. */
    private static final double CLOSE = 0.15;

    private final List<SpriteTrack> tracks;
    private final int last;

    ObservedActions(SpriteScript script) {
        this.tracks = script.tracks();
        this.last = script.frames() - 1;
    }

    /** Everything that could be said of one of the script's tracks. */
    Set<Action> of(SpriteTrack track) {
        Set<Action> seen = EnumSet.of(track.action());
        Motion motion = Motion.of(track);
        addWays(seen, motion);
        add(seen, Action.GROW, motion.growth() > 1 + NOTICEABLE);
        add(seen, Action.SHRINK, motion.growth() < 1 - NOTICEABLE);
        add(seen, Action.SPIN, motion.turned());
        add(seen, Action.STAY, motion.nothing());
        add(seen, Action.STOP, !motion.nothing() && motion.end() < last);
        add(seen, Action.ENTER, SpriteExtent.of(track, 0).shareInside() < 1 - NOTICEABLE);
        add(seen, Action.DISAPPEAR, track.visibleFrames() <= last);
        add(seen, Action.MEET, motion.distance() > NOTICEABLE && endsCloseToAnother(track));
        add(seen, Action.PASS_BEHIND, !inFrontOf(track).isEmpty());
        return seen;
    }

    /** Those that cover a part of this one at some time. */
    List<SpriteTrack> inFrontOf(SpriteTrack track) {
        List<SpriteTrack> later = tracks.subList(tracks.indexOf(track) + 1, tracks.size());
        return later.stream().filter(other -> overlap(track, other)).toList();
    }

    private static void addWays(Set<Action> seen, Motion motion) {
        boolean flat = motion.left() + motion.right() > NOTICEABLE;
        boolean upright = motion.up() + motion.down() > NOTICEABLE;
        add(seen, Action.MOVE_LEFT, motion.left() > NOTICEABLE);
        add(seen, Action.MOVE_RIGHT, motion.right() > NOTICEABLE);
        add(seen, Action.MOVE_UP, motion.up() > NOTICEABLE);
        add(seen, Action.MOVE_DOWN, motion.down() > NOTICEABLE);
        add(seen, Action.MOVE_DIAGONALLY, flat && upright);
        add(seen, Action.BOUNCE, motion.up() > NOTICEABLE && motion.down() > NOTICEABLE);
    }

    private boolean endsCloseToAnother(SpriteTrack track) {
        return tracks.stream().anyMatch(other -> other != track && close(track, other));
    }

    private boolean close(SpriteTrack a, SpriteTrack b) {
        Placement one = a.at(last);
        Placement other = b.at(last);
        double reach = (one.size() + other.size()) / 2 + CLOSE;
        return Math.abs(one.x() - other.x()) < reach && Math.abs(one.y() - other.y()) < reach;
    }

    private boolean overlap(SpriteTrack a, SpriteTrack b) {
        int shared = Math.min(last + 1, Math.min(a.visibleFrames(), b.visibleFrames()));
        for (int frame = 0; frame < shared; frame++) {
            if (SpriteExtent.of(a, frame).overlaps(SpriteExtent.of(b, frame))) {
                return true;
            }
        }
        return false;
    }

    private static void add(Set<Action> seen, Action action, boolean could) {
        if (could) {
            seen.add(action);
        }
    }
}
