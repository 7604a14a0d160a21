package io.github.alprolab.datasets.sprites;

import java.util.ArrayList;
import java.util.List;

/** Draws the keyframes of one sprite alone on a stage of 1000 × 1000. */
final class Paths {
    private static final int STAGE = 1000;
    private static final int MARGIN = 10;
    private static final int BOUNCE_STEPS = 8;

    /** Each bounce is lower, so that evenly chosen pictures never all show the same height. */
    private static final int[] BOUNCE_PERCENT = {100, 65, 40, 0};

    private final int last;
    private final ScriptRandom random;

    Paths(int frames, ScriptRandom random) {
        this.last = frames - 1;
        this.random = random;
    }

    List<Keyframe> of(Action action, int size) {
        return switch (action) {
            case MOVE_LEFT -> straight(size, -1, 0, last);
            case MOVE_RIGHT -> straight(size, 1, 0, last);
            case MOVE_UP -> straight(size, 0, -1, last);
            case MOVE_DOWN -> straight(size, 0, 1, last);
            case MOVE_DIAGONALLY -> straight(size, sign(), sign(), last);
            case STOP -> stop(size);
            case ENTER -> enter(size);
            case GROW -> resize(size, size * between(50, 60) / 100, size);
            case SHRINK -> resize(size, size, size * between(50, 60) / 100);
            case SPIN -> spin(size);
            case BOUNCE -> bounce(size);
            case STAY, DISAPPEAR -> List.of(anywhere(size));
            case PASS_BEHIND, MEET ->
                    throw new IllegalArgumentException(action + " is placed with its partner");
        };
    }

    /** Across the place where the partner is, along one axis, from one free side to the other. */
    List<Keyframe> behind(Keyframe partner, int size) {
        int away = (size + partner.size()) / 2;
        int direction = sign();
        boolean flat = random.chance(50);
        int centre = flat ? partner.x() : partner.y();
        int low = between(low(size), Math.max(low(size), centre - away));
        int high = between(Math.min(high(size), centre + away), high(size));
        int from = direction > 0 ? low : high;
        int to = direction > 0 ? high : low;
        int across = clamp((flat ? partner.y() : partner.x()) + between(-60, 60), size);
        Keyframe start = flat ? key(0, from, across, size) : key(0, across, from, size);
        Keyframe end = flat ? key(last, to, across, size) : key(last, across, to, size);
        return List.of(start, end);
    }

    /** Two sprites that start at opposite sides and end next to each other. */
    List<List<Keyframe>> meeting(int leftSize, int rightSize) {
        int arrival = last * between(60, 80) / 100;
        int middle = between(440, 560) + (leftSize - rightSize) / 2;
        int y =
                between(
                        Math.max(low(leftSize), low(rightSize)),
                        Math.min(high(leftSize), high(rightSize)));
        Keyframe left = key(0, low(leftSize), y, leftSize);
        Keyframe right = key(0, high(rightSize), y, rightSize);
        Keyframe leftEnd = key(arrival, middle - leftSize / 2, y, leftSize);
        Keyframe rightEnd = key(arrival, middle + rightSize / 2, y, rightSize);
        return List.of(List.of(left, leftEnd), List.of(right, rightEnd));
    }

    private List<Keyframe> straight(int size, int dx, int dy, int arrival) {
        int room = high(size) - low(size);
        boolean diagonal = dx != 0 && dy != 0;
        // A diagonal sweeps much of the stage: a shorter one leaves room for others.
        int distance = diagonal ? between(room / 2, room * 3 / 4) : between(room * 2 / 3, room);
        Keyframe start = key(0, start(size, dx, distance), start(size, dy, distance), size);
        return List.of(start, start.moved(arrival, dx * distance, dy * distance));
    }

    private List<Keyframe> stop(int size) {
        boolean flat = random.chance(50);
        return straight(size, flat ? sign() : 0, flat ? 0 : sign(), last * between(40, 60) / 100);
    }

    private List<Keyframe> enter(int size) {
        Keyframe end = anywhere(size).at(last * between(30, 50) / 100);
        int outside = size / 2 + MARGIN;
        Keyframe start =
                switch (random.below(4)) {
                    case 0 -> key(0, -outside, end.y(), size);
                    case 1 -> key(0, STAGE + outside, end.y(), size);
                    case 2 -> key(0, end.x(), -outside, size);
                    default -> key(0, end.x(), STAGE + outside, size);
                };
        return List.of(start, end);
    }

    private List<Keyframe> resize(int largest, int from, int to) {
        Keyframe place = anywhere(largest);
        return List.of(place.sized(from), place.sized(to).at(last));
    }

    private List<Keyframe> spin(int size) {
        Keyframe place = anywhere(size);
        return List.of(place, place.turned(last, sign() * 360 * between(1, 2)));
    }

    private List<Keyframe> bounce(int size) {
        int room = high(size) - low(size);
        int height = between(room * 50 / 100, room * 80 / 100);
        Keyframe ground =
                key(
                        0,
                        between(low(size), high(size)),
                        between(low(size) + height, high(size)),
                        size);
        int steps = BOUNCE_STEPS * between(2, 3);
        List<Keyframe> path = new ArrayList<>(List.of(ground));
        for (int i = 1; i <= steps; i++) {
            int frame = last * i / steps;
            int phase = i % BOUNCE_STEPS;
            int top = height * BOUNCE_PERCENT[i / BOUNCE_STEPS] / 100;
            int up = top * 4 * phase * (BOUNCE_STEPS - phase) / (BOUNCE_STEPS * BOUNCE_STEPS);
            // A short clip has fewer pictures than steps.
            if (frame > path.get(path.size() - 1).frame()) {
                path.add(ground.moved(frame, 0, -up));
            }
        }
        return path;
    }

    private Keyframe anywhere(int size) {
        return key(0, between(low(size), high(size)), between(low(size), high(size)), size);
    }

    private int start(int size, int direction, int distance) {
        return switch (direction) {
            case 1 -> between(low(size), high(size) - distance);
            case -1 -> between(low(size) + distance, high(size));
            default -> between(low(size), high(size));
        };
    }

    private static Keyframe key(int frame, int x, int y, int size) {
        return new Keyframe(frame, x, y, size, 0);
    }

    private static int clamp(int value, int size) {
        return Math.max(low(size), Math.min(high(size), value));
    }

    private static int low(int size) {
        return size / 2 + MARGIN;
    }

    private static int high(int size) {
        return STAGE - low(size);
    }

    private int between(int least, int most) {
        return random.between(least, most);
    }

    private int sign() {
        return random.chance(50) ? 1 : -1;
    }
}
