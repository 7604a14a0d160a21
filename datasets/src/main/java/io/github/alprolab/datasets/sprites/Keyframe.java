package io.github.alprolab.datasets.sprites;

/**
 * Where a sprite is at one picture of the clip; between two of them everything moves evenly.
 *
 * @param frame position in the clip, from 0
 * @param x centre, thousandths of the picture's width
 * @param y centre, thousandths of the picture's height
 * @param size side of the sprite, thousandths of the picture's side
 * @param angle degrees, clockwise
 */
public record Keyframe(int frame, int x, int y, int size, int angle) {
    Keyframe at(int otherFrame) {
        return new Keyframe(otherFrame, x, y, size, angle);
    }

    Keyframe moved(int otherFrame, int dx, int dy) {
        return new Keyframe(otherFrame, x + dx, y + dy, size, angle);
    }

    Keyframe sized(int otherSize) {
        return new Keyframe(frame, x, y, otherSize, angle);
    }

    Keyframe turned(int otherFrame, int otherAngle) {
        return new Keyframe(otherFrame, x, y, size, otherAngle);
    }
}
