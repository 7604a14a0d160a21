package io.github.alprolab.alpro.checkpoint;

import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Moves tensors between a state dict and a checkpoint, by name. */
public final class StateDictFile {
    private StateDictFile() {}

    /** Copies of all tensors, tied ones once. */
    public static List<StoredTensor> stored(StateDict state) {
        return state.unique().stream().map(StateDictFile::stored).toList();
    }

    /**
     * Copies of all tensors under all names, tied ones once a name, as the published files have
     * them. Each copy is made when it is asked for.
     */
    public static Iterable<StoredTensor> published(StateDict state) {
        return () ->
                state.named().entrySet().stream()
                        .map(e -> stored(e.getValue()).named(e.getKey()))
                        .iterator();
    }

    /**
     * Fills every tensor of {@code state} from the checkpoint's model. Positions in time and space
     * are resized where the clip's frames or size differ.
     *
     * @throws IOException when a tensor is missing, unexpected or of another shape
     */
    public static LoadReport load(CheckpointFile checkpoint, StateDict state) throws IOException {
        return load(
                sink -> checkpoint.tensors(CheckpointFile.MODEL, sink), state, LoadRules.strict());
    }

    /**
     * Fills the tensors of {@code state} by name. Files whose text encoder is named without {@code
     * bert}, as in LAVIS and in question answering, are understood.
     *
     * @return what became of every tensor
     * @throws IOException when a tensor is missing, unexpected or of another shape and the rules do
     *     not say so; the model is then partly filled
     */
    public static LoadReport load(TensorSource source, StateDict state, LoadRules rules)
            throws IOException {
        StateDictFilling filling = new StateDictFilling(state, rules);
        source.read(filling::accept);
        LoadReport report = filling.report();
        report.require(rules);
        state.filled(report.loaded());
        return report;
    }

    /**
     * What loading tensors of these names and shapes would do; nothing is loaded.
     *
     * @param state the model, which may be an {@linkplain StateDict#outline outline}
     */
    public static LoadReport compare(Map<String, long[]> shapes, StateDict state, LoadRules rules) {
        StateDictFilling filling = new StateDictFilling(state, rules);
        shapes.forEach(filling::place);
        return filling.report();
    }

    private static StoredTensor stored(Parameter parameter) {
        long[] shape = parameter.value().shape();
        return parameter.value().isFloat()
                ? StoredTensor.of(parameter.name(), shape, parameter.value().floats())
                : StoredTensor.of(parameter.name(), shape, parameter.value().longs());
    }
}
