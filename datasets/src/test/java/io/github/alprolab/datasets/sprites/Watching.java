package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.EntityBox;
import java.util.List;
import java.util.stream.IntStream;

/** What can be seen of a script, picture by picture, whatever its labels say. */
final class Watching {
    private static final double MOVED = 0.021;

    final SpriteScript script;
    final int last;

    Watching(SpriteScript script) {
        this.script = script;
        this.last = script.frames() - 1;
    }

    SpriteTrack track(String noun) {
        return script.tracks().stream()
                .filter(t -> t.noun().name().equals(noun))
                .findFirst()
                .orElseThrow();
    }

    double right(SpriteTrack t) {
        return t.at(last).x() - t.at(0).x();
    }

    double down(SpriteTrack t) {
        return t.at(last).y() - t.at(0).y();
    }

    /** Whether the sprite is seen to do this. */
    boolean does(SpriteTrack t, Action action) {
        return switch (action) {
            case MOVE_LEFT -> right(t) < -MOVED;
            case MOVE_RIGHT -> right(t) > MOVED;
            case MOVE_UP -> down(t) < -MOVED;
            case MOVE_DOWN -> down(t) > MOVED;
            case MOVE_DIAGONALLY -> Math.abs(right(t)) > MOVED && Math.abs(down(t)) > MOVED;
            case GROW -> t.at(last).size() > t.at(0).size() * 1.1;
            case SHRINK -> t.at(last).size() < t.at(0).size() * 0.9;
            case SPIN -> steps().anyMatch(f -> t.at(f).angle() != t.at(f + 1).angle());
            case BOUNCE ->
                    steps().anyMatch(f -> t.at(0).y() - t.at(f).y() > 0.05)
                            && Math.abs(down(t)) < MOVED;
            case STOP -> moves(t) && lastChange(t) < last;
            case ENTER -> box(t, 0) == null && box(t, last) != null;
            case DISAPPEAR -> box(t, 0) != null && box(t, last) == null;
            case STAY -> firstChange(t) == last && t.visibleFrames() > last;
            case PASS_BEHIND ->
                    script.tracks().stream()
                            .skip(script.tracks().indexOf(t) + 1)
                            .anyMatch(other -> moves(t) && touch(t, other));
            case MEET ->
                    script.tracks().stream()
                            .anyMatch(other -> other != t && close(t, other) && nearer(t, other));
        };
    }

    boolean moves(SpriteTrack t) {
        return steps().anyMatch(
                        f -> t.at(f).x() != t.at(f + 1).x() || t.at(f).y() != t.at(f + 1).y());
    }

    /** The picture before its first change; the last picture when nothing changes. */
    int firstChange(SpriteTrack t) {
        return steps().filter(f -> !t.at(f).equals(t.at(f + 1))).findFirst().orElse(last);
    }

    int lastChange(SpriteTrack t) {
        return steps().filter(f -> !t.at(f).equals(t.at(f + 1))).max().orElse(-1) + 1;
    }

    /** When it begins to do what it does; stopping and disappearing take no time. */
    int begin(SpriteTrack t) {
        return switch (t.action()) {
            case DISAPPEAR -> t.visibleFrames();
            case STOP -> lastChange(t);
            default -> firstChange(t);
        };
    }

    int end(SpriteTrack t) {
        return t.action() == Action.DISAPPEAR ? t.visibleFrames() : lastChange(t);
    }

    EntityBox box(SpriteTrack t, int frame) {
        return new ScriptTruth(script)
                .at(frame).stream()
                        .filter(b -> b.entity().equals(t.noun().name()))
                        .findFirst()
                        .orElse(null);
    }

    private boolean touch(SpriteTrack a, SpriteTrack b) {
        return IntStream.rangeClosed(0, last)
                .filter(f -> a.drawnAt(f) && b.drawnAt(f))
                .anyMatch(
                        f -> {
                            SpriteExtent one = SpriteExtent.of(a, f);
                            SpriteExtent two = SpriteExtent.of(b, f);
                            return one.left() < two.right()
                                    && two.left() < one.right()
                                    && one.top() < two.bottom()
                                    && two.top() < one.bottom();
                        });
    }

    private boolean close(SpriteTrack a, SpriteTrack b) {
        Placement one = a.at(last);
        Placement two = b.at(last);
        double reach = (one.size() + two.size()) / 2 + 0.1;
        return Math.abs(one.x() - two.x()) < reach && Math.abs(one.y() - two.y()) < reach;
    }

    private boolean nearer(SpriteTrack a, SpriteTrack b) {
        return distance(a, b, last) < distance(a, b, 0) - MOVED;
    }

    private static double distance(SpriteTrack a, SpriteTrack b, int frame) {
        return Math.hypot(a.at(frame).x() - b.at(frame).x(), a.at(frame).y() - b.at(frame).y());
    }

    private IntStream steps() {
        return IntStream.range(0, last);
    }

    List<SpriteTrack> doing(Action action) {
        return script.tracks().stream().filter(t -> does(t, action)).toList();
    }
}
