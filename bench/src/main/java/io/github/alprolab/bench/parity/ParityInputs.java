package io.github.alprolab.bench.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.objective.HardNegatives;
import io.github.alprolab.alpro.objective.MaskedWords;
import io.github.alprolab.alpro.objective.StepInputs;
import io.github.alprolab.alpro.prompter.CropBox;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.TokenBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The inputs of a case, by its formula. */
final class ParityInputs {
    private static final int START = 2;
    private static final int END = 3;
    private static final int MASK = 4;
    private static final int ORDINARY = 5;

    private final ParityCase parity;

    ParityInputs(ParityCase parity) {
        this.parity = parity;
    }

    /** Normalised frames (B, T, 3, H, W) of a key: the clips, or their crops. */
    Tensor frames(Scope scope, String key) {
        VideoConfig video = parity.config().video();
        int size = video.imageSize();
        long[] shape = {parity.batch(), video.frames(), 3, size, size};
        return scope.of(ParityFormula.signed(parity.salt() + ":" + key, shape, 1.5), shape);
    }

    /** Word pieces (B, L). */
    Tensor ids(Scope scope) {
        return scope.of(ids(), parity.batch(), parity.length());
    }

    /** 1 for word pieces and 0 for padding, (B, L). */
    Tensor mask(Scope scope) {
        return scope.of(padding(), parity.batch(), parity.length());
    }

    private float[] padding() {
        float[] mask = new float[parity.batch() * parity.length()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i % parity.length() < parity.length(i / parity.length()) ? 1 : 0;
        }
        return mask;
    }

    /** The texts with their padding, (B, L). */
    TokenBatch texts() {
        return new TokenBatch(parity.batch(), parity.length(), ids(), padding());
    }

    /** A step without dropout on the clips and texts, with the hardest negatives. */
    StepInputs step(Scope scope) {
        return new StepInputs(
                scope,
                () -> frames(scope, "visual_inputs"),
                texts(),
                false,
                false,
                new RandomStreams(0),
                1,
                Optional.of(HardNegatives::hardest));
    }

    private long[] ids() {
        int[] lengths = new int[parity.batch()];
        for (int row = 0; row < lengths.length; row++) {
            lengths[row] = parity.length(row);
        }
        long[] ids = texts("text_input_ids", lengths, parity.length());
        for (int row = 0; row < lengths.length; row++) {
            ids[row * parity.length() + lengths[row] - 1] = END;
        }
        return ids;
    }

    /** Rows of ids of a key, each with its start and padding; prompts have no end. */
    long[] texts(String key, int[] lengths, int length) {
        long[] shape = {lengths.length, length};
        int vocabulary = parity.config().text().vocabulary();
        long[] ids = ParityFormula.integers(parity.salt() + ":" + key, shape, ORDINARY, vocabulary);
        for (int row = 0; row < lengths.length; row++) {
            ids[row * length] = START;
            for (int i = lengths[row]; i < length; i++) {
                ids[row * length + i] = 0;
            }
        }
        return ids;
    }

    /** Every third position hidden, from the first behind the start. */
    MaskedWords masked() {
        long[] ids = ids();
        List<Integer> positions = new ArrayList<>();
        List<Long> labels = new ArrayList<>();
        for (int row = 0; row < parity.batch(); row++) {
            for (int i = 1; i < parity.length(row) - 1; i += 3) {
                int place = row * parity.length() + i;
                positions.add(place);
                labels.add(ids[place]);
                ids[place] = MASK;
            }
        }
        return new MaskedWords(
                ids,
                positions.stream().mapToInt(i -> i).toArray(),
                labels.stream().mapToLong(l -> l).toArray());
    }

    /** 1 for patches in a clip's box and 0 outside, (B, P). */
    float[] inside() {
        int grid = parity.config().video().grid();
        JsonNode boxes = parity.json().path("crop_boxes_top_left_height_width_in_patches");
        float[] inside = new float[boxes.size() * grid * grid];
        for (int i = 0; i < boxes.size(); i++) {
            JsonNode b = boxes.get(i);
            CropBox box =
                    new CropBox(
                            b.get(0).asInt(), b.get(1).asInt(), b.get(2).asInt(), b.get(3).asInt());
            System.arraycopy(box.inside(grid), 0, inside, i * grid * grid, grid * grid);
        }
        return inside;
    }

    /** Answers of the questions: their number, modulo the number of answers. */
    long[] answers() {
        long[] labels = new long[parity.batch()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % parity.number("answers");
        }
        return labels;
    }
}
