package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.EntityBox;

/** The upright rectangle around what is shown of a sprite, in shares of the picture. */
record SpriteExtent(double left, double top, double right, double bottom) {
    static SpriteExtent of(SpriteTrack track, int frame) {
        Placement place = track.at(frame);
        SpritePicture.Bounds shown = SpriteAtlas.shared().picture(track.noun()).bounds();
        double half = SpritePicture.SIDE / 2.0;
        double scale = place.size() / SpritePicture.SIDE;
        double cos = StrictMath.cos(StrictMath.toRadians(place.angle()));
        double sin = StrictMath.sin(StrictMath.toRadians(place.angle()));
        double middleX = ((shown.left() + shown.right()) / 2.0 - half) * scale;
        double middleY = ((shown.top() + shown.bottom()) / 2.0 - half) * scale;
        double halfWidth = (shown.right() - shown.left()) / 2.0 * scale;
        double halfHeight = (shown.bottom() - shown.top()) / 2.0 * scale;
        double x = place.x() + middleX * cos - middleY * sin;
        double y = place.y() + middleX * sin + middleY * cos;
        double reachX = halfWidth * Math.abs(cos) + halfHeight * Math.abs(sin);
        double reachY = halfWidth * Math.abs(sin) + halfHeight * Math.abs(cos);
        return new SpriteExtent(x - reachX, y - reachY, x + reachX, y + reachY);
    }

    /** Which part of the area lies inside the picture, 0..1. */
    double shareInside() {
        double inside = overlap(0, 0, 1, 1);
        return inside / ((right - left) * (bottom - top));
    }

    /** The part inside the picture. */
    EntityBox box(String entity) {
        double x = Math.max(0, left);
        double y = Math.max(0, top);
        return new EntityBox(entity, x, y, Math.min(1, right) - x, Math.min(1, bottom) - y);
    }

    boolean overlaps(SpriteExtent other) {
        return overlap(other.left, other.top, other.right, other.bottom) > 0;
    }

    /** Common area with a box. */
    double overlap(EntityBox box) {
        return overlap(box.left(), box.top(), box.left() + box.width(), box.top() + box.height());
    }

    private double overlap(double l, double t, double r, double b) {
        double wide = Math.min(right, r) - Math.max(left, l);
        double high = Math.min(bottom, b) - Math.max(top, t);
        return Math.max(0, wide) * Math.max(0, high);
    }
}
