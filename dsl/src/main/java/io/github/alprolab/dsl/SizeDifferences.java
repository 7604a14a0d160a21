package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The sizes that keep weights from fitting encoders. */
final class SizeDifferences {
    private record Size(String name, Function<AlproConfig, Object> of) {}

    /** Frames, their size and the vocabulary are left out: weights are resized to those. */
    private static final List<Size> SIZES =
            List.of(
                    new Size("width", c -> c.video().width()),
                    new Size("patch", c -> c.video().patch()),
                    new Size("video layers", c -> c.video().depth()),
                    new Size("video heads", c -> c.video().heads()),
                    new Size("video attention", c -> c.video().attention()),
                    new Size("text layers", c -> c.text().fusionLayer()),
                    new Size("fusion layers", c -> c.text().layers() - c.text().fusionLayer()),
                    new Size("text heads", c -> c.text().heads()),
                    new Size("positions of words", c -> c.text().positions()),
                    new Size("projection", AlproConfig::projection));

    private SizeDifferences() {}

    /** What the weights have and the encoders do not, such as “width 256, not 128”. */
    static List<String> of(AlproConfig weights, AlproConfig encoders) {
        List<String> found = new ArrayList<>();
        for (Size size : SIZES) {
            Object theirs = size.of().apply(weights);
            Object ours = size.of().apply(encoders);
            if (!theirs.equals(ours)) {
                found.add("%s %s, not %s".formatted(size.name(), theirs, ours));
            }
        }
        return found;
    }
}
