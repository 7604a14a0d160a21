package io.github.alprolab.kernel.api.widget;

import io.github.alprolab.kernel.api.MimeBundle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Frames of a video with a scrubber, and boxes in them. While it plays the page moves by itself;
 * {@link #frame} follows when the reader moves the scrubber or pauses.
 */
public final class Player extends Widget {
    private final List<BufferedImage> images;
    private final Property<Integer> frame;
    private final Property<String> caption = property("caption", "");
    private final Property<List<FrameBox>> boxes;
    private final double framesPerSecond;

    /** Begins at the first frame. */
    Player(List<BufferedImage> frames, double framesPerSecond) {
        super(Pages.script("player.js"), Pages.style());
        if (frames.isEmpty() || !(framesPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "A player has at least one frame and shows more than 0 a second; given are %d and %s."
                            .formatted(frames.size(), framesPerSecond));
        }
        this.images = List.copyOf(frames);
        this.framesPerSecond = framesPerSecond;
        int last = images.size() - 1;
        this.frame = property("frame", 0).allowed(f -> f >= 0 && f <= last, "0 to " + last);
        this.boxes =
                list("boxes", FrameBox.class, List.of())
                        .allowed(
                                all -> all.stream().allMatch(b -> b.frame() <= last),
                                "boxes of frames 0 to " + last);
        list("frames", byte[].class, images.stream().map(FramePictures::jpeg).toList());
        property("framesPerSecond", framesPerSecond);
        property("width", images.get(0).getWidth());
    }

    /** The frame that is seen, 0 is first. */
    public int frame() {
        return frame.get();
    }

    /**
     * Shows a frame.
     *
     * @param place 0 is first
     */
    public void set(int place) {
        frame.set(place);
    }

    /** Calls back when another frame is chosen; {@link Property#onChange} says when and where. */
    public Player onFrame(Consumer<? super Integer> listener) {
        frame.onChange(listener);
        return this;
    }

    /** Draws boxes into the frames, in place of those of before. */
    public Player boxes(List<FrameBox> all) {
        boxes.set(all);
        return this;
    }

    /** A line above the video. */
    public Player caption(String words) {
        caption.set(Objects.requireNonNull(words, "words"));
        return this;
    }

    @Override
    protected MimeBundle still() {
        int middle = images.size() / 2;
        String words =
                "%d frames, %.1f a second%s"
                        .formatted(
                                images.size(),
                                framesPerSecond,
                                caption.get().isEmpty() ? "" : ": " + caption.get());
        List<FrameBox> seen = boxes.get().stream().filter(b -> b.frame() == middle).toList();
        return MimeBundle.plain(words)
                .and("image/png", FramePictures.png(images.get(middle), seen))
                .metadata("image/png", Map.of("alt", words));
    }
}
