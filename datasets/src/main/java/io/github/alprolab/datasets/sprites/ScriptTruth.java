package io.github.alprolab.datasets.sprites;

import io.github.alprolab.datasets.EntityBox;
import io.github.alprolab.datasets.EntityTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the sprites of a script are: the boxes of what the renderer draws. The box of a turned
 * sprite holds its turned upright box, so it is a little larger than what is seen.
 */
public final class ScriptTruth implements EntityTruth {
    /** Least share of a box that is inside the picture and uncovered. */
    private static final double MOST = 0.6;

    private final SpriteScript script;

    /** The truth of this script. */
    public ScriptTruth(SpriteScript script) {
        this.script = script;
    }

    /** What it follows from. */
    SpriteScript script() {
        return script;
    }

    @Override
    public List<EntityBox> at(int frame) {
        Objects.checkIndex(frame, script.frames());
        List<EntityBox> visible = new ArrayList<>();
        List<SpriteTrack> tracks = script.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            List<SpriteTrack> inFront = tracks.subList(i + 1, tracks.size());
            inPicture(tracks.get(i), frame)
                    .filter(box -> uncovered(box, inFront, frame))
                    .ifPresent(visible::add);
        }
        return List.copyOf(visible);
    }

    private static Optional<EntityBox> inPicture(SpriteTrack track, int frame) {
        if (!track.drawnAt(frame)) {
            return Optional.empty();
        }
        SpriteExtent extent = SpriteExtent.of(track, frame);
        return extent.shareInside() < MOST
                ? Optional.empty()
                : Optional.of(extent.box(track.noun().name()));
    }

    private static boolean uncovered(EntityBox box, List<SpriteTrack> inFront, int frame) {
        double covered =
                inFront.stream()
                        .filter(track -> track.drawnAt(frame))
                        .mapToDouble(track -> SpriteExtent.of(track, frame).overlap(box))
                        .sum();
        return covered <= (1 - MOST) * box.width() * box.height();
    }
}
