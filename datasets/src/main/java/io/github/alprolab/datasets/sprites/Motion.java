package io.github.alprolab.datasets.sprites;

import java.util.List;

/**
 * What changes along a path, in shares of the picture.
 *
 * @param left all ways to the left
 * @param right all ways to the right
 * @param up all ways up
 * @param down all ways down
 * @param growth last side by first side
 * @param turned whether it turns
 * @param begin picture before the first change
 * @param end picture of the last change; {@code begin} when nothing changes
 */
record Motion(
        double left,
        double right,
        double up,
        double down,
        double growth,
        boolean turned,
        int begin,
        int end) {
    static Motion of(SpriteTrack track) {
        List<Keyframe> path = track.path();
        int[] ways = new int[4];
        int begin = 0;
        int end = 0;
        boolean turned = false;
        for (int i = 1; i < path.size(); i++) {
            Keyframe from = path.get(i - 1);
            Keyframe to = path.get(i);
            if (!from.at(to.frame()).equals(to)) {
                begin = end == 0 ? from.frame() : begin;
                end = to.frame();
            }
            ways[0] += Math.max(0, from.x() - to.x());
            ways[1] += Math.max(0, to.x() - from.x());
            ways[2] += Math.max(0, from.y() - to.y());
            ways[3] += Math.max(0, to.y() - from.y());
            turned |= from.angle() != to.angle();
        }
        double growth = (double) path.get(path.size() - 1).size() / path.get(0).size();
        return new Motion(
                ways[0] / 1000.0,
                ways[1] / 1000.0,
                ways[2] / 1000.0,
                ways[3] / 1000.0,
                growth,
                turned,
                begin,
                end);
    }

    boolean nothing() {
        return end == begin;
    }

    /** The whole way along both axes. */
    double distance() {
        return Math.hypot(left + right, up + down);
    }
}
