package io.github.alprolab.alpro.inside;

import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Sizes;
import io.github.alprolab.alpro.prompter.CropBox;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each objective saw of one batch.
 *
 * @param pixels sampled and changed frames as the model gets them, (B, T, H, W, 3)
 * @param texts word pieces of each clip's text, without start and end, B of them
 * @param figures each loss, and what objectives report
 * @param sizes that chance depends on
 * @param hidden what MLM hid; empty where MLM is not among the objectives or hid nothing
 * @param matching what VTM judged; empty where VTM is not among the objectives
 * @param crops what PEM asked, one a clip; empty where PEM is not among the objectives
 */
public record StepAccount(
        byte[] pixels,
        List<List<String>> texts,
        Map<Metric, Double> figures,
        Sizes sizes,
        List<HiddenPiece> hidden,
        Optional<Matching> matching,
        List<LabelledCrop> crops) {
    public StepAccount {
        texts = texts.stream().map(List::copyOf).toList();
        hidden = List.copyOf(hidden);
        crops = List.copyOf(crops);
    }

    /**
     * A word piece that MLM asked for.
     *
     * @param clip of the batch, from 0
     * @param place in the clip's text, from 0
     * @param piece the right one
     * @param shown what stands in its place: the mask, a random piece, or the piece itself
     * @param guess the model's answer over the whole vocabulary
     */
    public record HiddenPiece(
            int clip, int place, String piece, String shown, Distribution guess) {}

    /**
     * The pairs that VTM judged; each list has an entry a clip.
     *
     * @param right probability of a match for the right pairs
     * @param texts for each clip's text, a wrong clip
     * @param clips for each clip, a wrong text
     */
    public record Matching(List<Double> right, List<Negative> texts, List<Negative> clips) {
        public Matching {
            right = List.copyOf(right);
            texts = List.copyOf(texts);
            clips = List.copyOf(clips);
        }
    }

    /**
     * A hard negative.
     *
     * @param other whose clip or text it is, from 0
     * @param chance that it was drawn, by how alike the pair is
     * @param match the model's probability that it matches
     */
    public record Negative(int other, double chance, double match) {}

    /**
     * A crop that PEM asked about.
     *
     * @param box on the lattice of patches
     * @param label of the prompter, which saw the crop alone
     * @param guess of the model, from the box's patches after fusion
     * @param ignored whether the label is too unsure to learn from
     */
    public record LabelledCrop(
            CropBox box, Distribution label, Distribution guess, boolean ignored) {}
}
