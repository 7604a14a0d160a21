package io.github.alprolab.dsl.check;

import java.util.Optional;

/** Checks of galleries, with their words. */
public final class GalleryChecks {
    private GalleryChecks() {}

    /** What is as it should be. */
    public static Finding fine(String code, String text) {
        return Finding.fine(code, text);
    }

    /** C14: whether the model compares clips and texts. */
    public static Finding model(Optional<String> misfit, String checkpoint) {
        return misfit.map(
                        why ->
                                Finding.fault(
                                        "C14",
                                        why,
                                        "Gallery.of(clips).from(Checkpoint.shipped(\"sprites-tiny\"))"))
                .orElseGet(() -> Finding.fine("C14", checkpoint + " compares clips and texts"));
    }

    /** C04: whether frames are whole patches. */
    public static Finding patches(int size, int patch) {
        return size % patch == 0
                ? Finding.fine("C04", "frames of %d pixels are whole patches".formatted(size))
                : Finding.fault(
                        "C04",
                        "The frames have %d pixels; the model's patches have %d, which do not fill them."
                                .formatted(size, patch),
                        "clips.size(%d)".formatted(Math.max(patch, size / patch * patch)));
    }

    /** C15: whether clips are seen as in training. */
    public static Finding frames(int frames, int trained) {
        return frames == trained
                ? Finding.fine("C15", frames + " frames a clip, as in training")
                : Finding.warning(
                        "C15",
                        "The clips show %d frames, the model was trained on %d: positions in time are resized."
                                .formatted(frames, trained),
                        "clips.frames(%d)".formatted(trained));
    }
}
