package io.github.alprolab.alpro.video;

import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.nn.LayerNorm;
import io.github.alprolab.alpro.nn.Linear;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/** The second half of every block: two linear layers on each token, added to it. */
final class Perceptron {
    private final LayerNorm norm;
    private final Linear fc1;
    private final Linear fc2;
    private final double dropPath;

    Perceptron(Namespace names, VideoConfig config, double dropPath) {
        this.norm = new LayerNorm(names.child("norm2"), config.width(), VideoEncoder.EPSILON);
        Namespace mlp = names.child("mlp");
        this.fc1 = Linear.normal(mlp.child("fc1"), config.width(), config.feedForward());
        this.fc2 = Linear.normal(mlp.child("fc2"), config.feedForward(), config.width());
        this.dropPath = dropPath;
    }

    /** Of the layer norm and both layers, in their order. */
    Stream<Tensor> parameters() {
        return Stream.of(norm.parameters(), fc1.parameters(), fc2.parameters())
                .flatMap(List::stream);
    }

    /** (N, S, D) to the same shape. */
    Tensor apply(Tensor z, boolean training) {
        Tensor change = fc2.apply(fc1.apply(norm.apply(z)).gelu());
        return z.add(change.dropPath(training ? dropPath : 0));
    }
}
