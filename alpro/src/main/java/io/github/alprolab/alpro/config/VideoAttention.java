package io.github.alprolab.alpro.config;

/** Which tokens of a clip a block of the video encoder compares (TimeSformer, section 3). */
public enum VideoAttention {
    /** Over time for each patch, then over space for each frame: the published choice. */
    DIVIDED("first over time for each patch, then over space for each frame"),
    /** Among all patches of all frames at once; its cost grows with the square of the frames. */
    JOINT("among all patches of all frames at once"),
    /** Within each frame alone; frames meet only in the mean at the end, so their order is lost. */
    SPACE_ONLY("within each frame alone; the order of frames is not seen");

    private final String words;

    VideoAttention(String words) {
        this.words = words;
    }

    /** What it compares, in words. */
    public String words() {
        return words;
    }
}
