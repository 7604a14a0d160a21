package io.github.alprolab.alpro.config;

/**
 * Everything that decides the shapes of an ALPRO model.
 *
 * @param video the video encoder
 * @param text the text and fusion encoder; its width equals the video encoder's
 * @param projection width of the contrastive space (256 in the paper)
 */
public record AlproConfig(VideoConfig video, TextConfig text, int projection) {

    public AlproConfig {
        Require.positive("projection", projection);
        Require.check(
                video.width() == text.width(),
                "text width",
                text.width(),
                "the video width " + video.width() + ", because the fusion encoder reads both");
    }

    /**
     * About 2.3 million parameters: 4 video blocks and 2 + 2 BERT layers of width 128, 64-pixel
     * frames, for lessons and tests on a CPU. Without dropout: it is trained for minutes.
     */
    public static AlproConfig tiny() {
        return new AlproConfig(
                new VideoConfig(64, 16, 4, 128, 4, 4, 512, 0),
                new TextConfig(2000, 128, 4, 2, 4, 512, 64, 0),
                64);
    }

    /** About 38 million parameters, 112-pixel frames, for one laptop GPU. */
    public static AlproConfig small() {
        return new AlproConfig(
                new VideoConfig(112, 16, 4, 384, 6, 6, 1536, 0.1),
                new TextConfig(30522, 384, 6, 3, 6, 1536, 512, 0.1),
                256);
    }

    /** The published sizes (paper section 4.1): ViT-B/16 and BERT-base. */
    public static AlproConfig base() {
        return new AlproConfig(
                new VideoConfig(224, 16, 4, 768, 12, 12, 3072, 0.1),
                new TextConfig(30522, 768, 12, 6, 12, 3072, 512, 0.1),
                256);
    }

    /**
     * With another video encoder.
     *
     * @param video its width equals that of {@link #text()}
     * @throws IllegalArgumentException for another width
     */
    public AlproConfig video(VideoConfig video) {
        return new AlproConfig(video, text, projection);
    }

    /**
     * With another text and fusion encoder.
     *
     * @param text its width equals that of {@link #video()}
     * @throws IllegalArgumentException for another width
     */
    public AlproConfig text(TextConfig text) {
        return new AlproConfig(video, text, projection);
    }

    /**
     * With another contrastive space.
     *
     * @param projection d, its width, at least 1 (256 in the paper)
     * @throws IllegalArgumentException for 0 and less
     */
    public AlproConfig projection(int projection) {
        return new AlproConfig(video, text, projection);
    }
}
