package io.github.alprolab.datasets.sprites;

/**
 * Where a sprite is at one moment: centre and side in shares of the picture, angle in degrees
 * clockwise.
 */
record Placement(double x, double y, double size, double angle) {
    static Placement between(Keyframe from, Keyframe to, int frame) {
        int span = to.frame() - from.frame();
        double share = span == 0 ? 0 : (double) (frame - from.frame()) / span;
        return new Placement(
                mix(from.x(), to.x(), share) / 1000,
                mix(from.y(), to.y(), share) / 1000,
                mix(from.size(), to.size(), share) / 1000,
                mix(from.angle(), to.angle(), share));
    }

    private static double mix(int from, int to, double share) {
        return from + (to - from) * share;
    }
}
