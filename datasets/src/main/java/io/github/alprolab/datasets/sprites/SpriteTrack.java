package io.github.alprolab.datasets.sprites;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One sprite of a clip and what it does.
 *
 * @param noun what it shows
 * @param action what it does
 * @param partner the other noun, for actions that need one
 * @param path keyframes in ascending order, the first at picture 0
 * @param visibleFrames pictures from the start in which it is drawn at all
 */
public record SpriteTrack(
        Noun noun, Action action, Optional<Noun> partner, List<Keyframe> path, int visibleFrames) {
    public SpriteTrack {
        path = List.copyOf(path);
        if (path.isEmpty() || path.get(0).frame() != 0) {
            throw new IllegalArgumentException("the path of a sprite starts at picture 0");
        }
        if (action.needsPartner() != partner.isPresent()) {
            throw new IllegalArgumentException(action + " and its partner do not agree");
        }
    }

    /** Where it is at a picture. */
    Placement at(int frame) {
        Keyframe before = path.get(0);
        for (Keyframe key : path) {
            if (key.frame() > frame) {
                return Placement.between(before, key, frame);
            }
            before = key;
        }
        return Placement.between(before, before, frame);
    }

    /** Where it comes to rest. */
    Placement atEnd() {
        return at(path.get(path.size() - 1).frame());
    }

    /** The same along another path. */
    SpriteTrack along(List<Keyframe> other) {
        return new SpriteTrack(noun, action, partner, other, visibleFrames);
    }

    /** The same, drawn in so many pictures from the start. */
    SpriteTrack visible(int pictures) {
        return new SpriteTrack(noun, action, partner, path, pictures);
    }

    boolean drawnAt(int frame) {
        return frame < visibleFrames;
    }

    String canonicalText() {
        String keys =
                path.stream()
                        .map(
                                k ->
                                        k.frame() + ":" + k.x() + "," + k.y() + "," + k.size() + ","
                                                + k.angle())
                        .collect(Collectors.joining(" "));
        String with = partner.map(Noun::name).orElse("-");
        return noun.name() + " " + action + " " + with + " " + visibleFrames + " [" + keys + "]";
    }
}
