package io.github.alprolab.alpro.train;

import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.text.Vocabulary;
import java.util.Arrays;
import java.util.Optional;

/** Tensors with one row a word piece get rows for the pieces that a model learns anew. */
final class NewWords {
    private NewWords() {}

    /**
     * The tensor of a file with the new pieces' first values of {@code state} behind its own, where
     * it has a row for each known piece; else the tensor itself.
     */
    static StoredTensor added(StoredTensor tensor, Vocabulary known, StateDict state) {
        if (!hasWords(tensor.name()) || tensor.shape()[0] != known.size()) {
            return tensor;
        }
        Optional<Parameter> target = target(tensor.name(), state);
        if (target.isEmpty()) {
            return tensor;
        }
        long[] shape = target.get().value().shape();
        float[] own = target.get().value().floats();
        float[] values = Arrays.copyOf(tensor.values(), own.length);
        System.arraycopy(
                own,
                tensor.values().length,
                values,
                tensor.values().length,
                own.length - tensor.values().length);
        return StoredTensor.of(tensor.name(), shape, values);
    }

    private static boolean hasWords(String name) {
        return name.endsWith("embeddings.word_embeddings.weight")
                || name.endsWith("cls.predictions.bias")
                || name.contains("cls.predictions.decoder.");
    }

    private static Optional<Parameter> target(String name, StateDict state) {
        return state.find(name)
                .or(() -> state.find(name.replace("text_encoder.bert.", "text_encoder.")))
                .or(() -> state.find(name.replace("text_encoder.", "text_encoder.bert.")));
    }
}
