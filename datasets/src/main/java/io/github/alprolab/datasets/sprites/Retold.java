package io.github.alprolab.datasets.sprites;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A track told of in another way; what is drawn stays the same. */
final class Retold {
    private static final Map<Action, Action> OPPOSITES = new EnumMap<>(Action.class);

    static {
        opposites(Action.MOVE_LEFT, Action.MOVE_RIGHT);
        opposites(Action.MOVE_UP, Action.MOVE_DOWN);
        opposites(Action.GROW, Action.SHRINK);
    }

    private Retold() {}

    private static void opposites(Action one, Action other) {
        OPPOSITES.put(one, other);
        OPPOSITES.put(other, one);
    }

    /** The other direction, or the same the other way round in time. */
    static Optional<Action> opposite(Action action) {
        return Optional.ofNullable(OPPOSITES.get(action));
    }

    /** As if it did something else that needs no partner. */
    static SpriteTrack doing(SpriteTrack track, Action action) {
        return new SpriteTrack(
                track.noun(), action, Optional.empty(), track.path(), track.visibleFrames());
    }

    /** As if its partner was another. */
    static SpriteTrack beside(SpriteTrack track, Noun partner) {
        return new SpriteTrack(
                track.noun(),
                track.action(),
                Optional.of(partner),
                track.path(),
                track.visibleFrames());
    }

    /** As if a noun, its own or its partner's, was another. */
    static SpriteTrack renamed(SpriteTrack track, Noun from, Noun to) {
        return new SpriteTrack(
                track.noun().equals(from) ? to : track.noun(),
                track.action(),
                track.partner().map(p -> p.equals(from) ? to : p),
                track.path(),
                track.visibleFrames());
    }
}
