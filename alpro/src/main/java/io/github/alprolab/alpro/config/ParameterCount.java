package io.github.alprolab.alpro.config;

/**
 * Trainable parameters of a model by part, from its sizes alone (docs/method.md section 12.1).
 *
 * @param video video encoder without its unused head
 * @param text embeddings and text layers
 * @param fusion fusion layers
 * @param heads projections, temperature, matching head and word head
 */
public record ParameterCount(long video, long text, long fusion, long heads) {

    /** Counts the network of retrieval and of the prompter. */
    public static ParameterCount of(AlproConfig config) {
        VideoConfig v = config.video();
        TextConfig t = config.text();
        long d = v.width();
        long embeddings = (t.vocabulary() + t.positions() + 2L) * d + 2 * d;
        return new ParameterCount(
                video(v),
                embeddings + t.fusionLayer() * layer(t),
                (t.layers() - t.fusionLayer()) * layer(t),
                2 * linear(d, config.projection())
                        + 1
                        + linear(d, 2)
                        + t.vocabulary()
                        + linear(d, d)
                        + 2 * d);
    }

    /** All parts. */
    public long total() {
        return video + text + fusion + heads;
    }

    private static long video(VideoConfig v) {
        long d = v.width();
        long positions = d + (v.patches() + 1) * d;
        if (v.attention() != VideoAttention.SPACE_ONLY) {
            positions += v.frames() * d;
        }
        long attention = linear(d, 3 * d) + linear(d, d);
        long block = 2 * 2 * d + attention + perceptron(d, v.feedForward());
        if (v.attention() == VideoAttention.DIVIDED) {
            block += 2 * d + attention + linear(d, d);
        }
        return linear(3L * v.patch() * v.patch(), d) + positions + v.depth() * block + 2 * d;
    }

    private static long layer(TextConfig t) {
        long d = t.width();
        return 4 * linear(d, d) + perceptron(d, t.feedForward()) + 4 * d;
    }

    private static long perceptron(long width, long inner) {
        return linear(width, inner) + linear(inner, width);
    }

    private static long linear(long in, long out) {
        return in * out + out;
    }
}
