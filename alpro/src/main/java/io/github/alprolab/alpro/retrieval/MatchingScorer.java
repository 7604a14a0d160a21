package io.github.alprolab.alpro.retrieval;

import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.text.PairFusion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges pairs of encoded texts and clips by VTM, many of different texts and clips at once
 * (docs/method.md section 10.2). What is on the device at a time does not grow with their number.
 */
public final class MatchingScorer implements PairJudge {
    /** Texts, and clips, whose parts of the first fusion layer are held at a time. */
    static final int HELD = 64;

    /** Floats of the widest layer at once: on a CPU, what its caches hold. */
    private static final long ON_CPU = 1L << 20;

    private static final long ON_GPU = 1L << 26;

    private final Compute compute;
    private final AlproModel model;
    private final PairFusion fusion;
    private final Runnable before;

    public MatchingScorer(Compute compute, AlproModel model) {
        this(compute, model, () -> {});
    }

    /** One that runs {@code before} ahead of every batch; what that throws ends the work. */
    MatchingScorer(Compute compute, AlproModel model, Runnable before) {
        this.compute = compute;
        this.model = model;
        this.fusion = model.pairs();
        this.before = before;
    }

    private record Place(int text, int clip) {}

    @Override
    public void score(TextFeatures texts, VideoFeatures videos, BitSet[] wanted, Told told) {
        texts.groups(HELD).forEach(group -> score(group, videos, wanted, told));
    }

    /** Judges texts of one length; what is said of a pair does not depend on other groups. */
    void score(TextFeatures.Group group, VideoFeatures videos, BitSet[] wanted, Told told) {
        int[] clips =
                Arrays.stream(group.texts())
                        .mapToObj(text -> wanted[text])
                        .flatMapToInt(BitSet::stream)
                        .distinct()
                        .sorted()
                        .toArray();
        for (int start = 0; start < clips.length; start += HELD) {
            int end = Math.min(clips.length, start + HELD);
            score(group, videos, Arrays.copyOfRange(clips, start, end), wanted, told);
        }
    }

    private void score(
            TextFeatures.Group group,
            VideoFeatures videos,
            int[] clips,
            BitSet[] wanted,
            Told told) {
        List<Place> places = new ArrayList<>();
        for (int clip = 0; clip < clips.length; clip++) {
            for (int text = 0; text < group.texts().length; text++) {
                if (wanted[group.texts()[text]].get(clips[clip])) {
                    places.add(new Place(text, clip));
                }
            }
        }
        try (Scope held = compute.scope()) {
            PairFusion.Side texts = fusion.side(group.tokens().in(held));
            PairFusion.Side seen = fusion.side(videos.tokens(held, clips));
            int batch = batch(texts.length() + seen.length());
            for (int start = 0; start < places.size(); start += batch) {
                before.run();
                List<Place> some = places.subList(start, Math.min(places.size(), start + batch));
                float[][] logits = logits(texts, seen, some);
                for (int i = 0; i < logits.length; i++) {
                    Place place = some.get(i);
                    told.pair(
                            group.texts()[place.text()],
                            clips[place.clip()],
                            logits[i][0],
                            logits[i][1]);
                }
            }
        }
    }

    private float[][] logits(PairFusion.Side texts, PairFusion.Side clips, List<Place> pairs) {
        try (Scope step = compute.scope()) {
            Tensor cls =
                    fusion.cls(
                            texts.rows(index(step, pairs.stream().map(Place::text))),
                            clips.rows(index(step, pairs.stream().map(Place::clip))));
            return model.matching(cls).matrix();
        }
    }

    private static Tensor index(Scope step, Stream<Integer> places) {
        return step.indices(places.mapToInt(i -> i).toArray());
    }

    private int batch(int tokens) {
        long most = compute.isGpu() ? ON_GPU : ON_CPU;
        return (int) Math.max(1, most / ((long) tokens * model.config().text().feedForward()));
    }
}
