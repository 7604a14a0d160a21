package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Texts encoded once, on the device until this is closed: unit vectors for VTC, and the text
 * encoder's tokens where VTM will judge. They lie from the shortest to the longest, so that texts
 * of one length are neighbours and none is judged with padding.
 */
public final class TextFeatures implements AutoCloseable {
    private final Scope scope;
    private final int[] order;
    private final int[] lengths;
    private final Tensor vectors;
    private final Tensor tokens;

    private TextFeatures(Scope scope, int[] order, int[] lengths, Tensor vectors, Tensor tokens) {
        this.scope = scope;
        this.order = order;
        this.lengths = lengths;
        this.vectors = vectors;
        this.tokens = tokens;
    }

    /**
     * Texts of one length.
     *
     * @param texts their places among all texts
     * @param tokens of the text encoder, (n, L, D)
     */
    record Group(int[] texts, Tensor tokens) {
        private static final String PLACES = "places";
        private static final String TOKENS = "tokens";

        List<StoredTensor> stored() {
            long[] places = Arrays.stream(texts).asLongStream().toArray();
            return List.of(
                    StoredTensor.of(PLACES, new long[] {places.length}, places),
                    StoredTensor.of(TOKENS, tokens.shape(), tokens.floats()));
        }

        /** The same texts as places in the group. */
        Group numbered() {
            return new Group(IntStream.range(0, texts.length).toArray(), tokens);
        }

        static Group read(Path file, Scope into) throws IOException {
            Map<String, StoredTensor> read = SummedFile.read(file);
            StoredTensor tokens = read.get(TOKENS);
            return new Group(
                    Arrays.stream(read.get(PLACES).integers()).mapToInt(Math::toIntExact).toArray(),
                    into.of(tokens.values(), tokens.shape()));
        }
    }

    /** Room for texts that {@link #put} fills. */
    static TextFeatures room(Compute compute, AlproModel model, TokenBatch texts, boolean tokens) {
        Scope scope = compute.scope();
        int[] order = texts.byLength();
        return new TextFeatures(
                scope,
                order,
                Arrays.stream(order).map(texts::pieces).toArray(),
                scope.full(0, order.length, model.config().projection()),
                scope.full(
                        0,
                        order.length,
                        tokens ? texts.length() : 0,
                        model.config().text().width()));
    }

    /** What one batch of texts gives. */
    public static TextFeatures of(Compute compute, AlproModel model, TokenBatch texts) {
        TextFeatures all = room(compute, model, texts, true);
        try (Scope step = compute.scope()) {
            all.put(0, model, texts.rows(all.order), step);
        }
        return all;
    }

    /** Encodes some of them in their order here. */
    void put(int first, AlproModel model, TokenBatch some, Scope step) {
        Tensor mask = step.of(some.mask(), some.rows(), some.length());
        Tensor ids = step.of(some.ids(), some.rows(), some.length());
        Tensor encoded = model.text(ids, mask, false);
        vectors.in(step).narrow(0, first, some.rows()).copyFrom(model.textFeature(encoded));
        if (tokens.size(1) > 0) {
            tokens.in(step)
                    .narrow(0, first, some.rows())
                    .narrow(1, 0, some.length())
                    .copyFrom(encoded);
        }
    }

    /** Number of texts. */
    public int count() {
        return order.length;
    }

    /** Where the texts are among all texts, from the shortest to the longest. */
    int[] order() {
        return order.clone();
    }

    /** Unit vectors in the order in which the texts were given, (texts, d). */
    Tensor vectors(Scope into) {
        int[] back = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            back[order[place]] = place;
        }
        return vectors.in(into).rows(into.indices(back));
    }

    /** All texts, those of one length together, at most {@code most} a group. */
    List<Group> groups(int most) {
        List<Group> groups = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= order.length; end++) {
            boolean full = end - start == most;
            if (end == order.length || full || lengths[end] != lengths[start]) {
                groups.add(group(start, end));
                start = end;
            }
        }
        return groups;
    }

    /**
     * Writes each group that is judged at once into a file, for other processes.
     *
     * @param files one for each of {@link #judged}, in its order
     */
    public void write(List<Path> files, String origin) throws IOException {
        List<Group> groups = groups(MatchingScorer.HELD);
        for (int i = 0; i < files.size(); i++) {
            SummedFile.write(files.get(i), origin, groups.get(i).stored());
        }
    }

    /** The texts of each group that is judged at once, as places among all texts. */
    public List<int[]> judged() {
        return groups(MatchingScorer.HELD).stream().map(Group::texts).toList();
    }

    private Group group(int start, int end) {
        return new Group(
                Arrays.copyOfRange(order, start, end),
                tokens.narrow(0, start, end - start).narrow(1, 0, lengths[start]));
    }

    @Override
    public void close() {
        scope.close();
    }
}
