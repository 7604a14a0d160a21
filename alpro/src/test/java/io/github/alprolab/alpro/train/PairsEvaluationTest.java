package io.github.alprolab.alpro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Frames;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.cache.FrameCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured after an epoch, on eleven clips in batches of eight. */
class PairsEvaluationTest {
    private static final FrameCache NOTHING_KEPT = FrameCache.ofBytes(0);

    @TempDir Path folder;
    private final Map<String, Integer> reads = new ConcurrentHashMap<>();
    private final Set<String> readers = ConcurrentHashMap.newKeySet();

    @Test
    void everyClipIsReadOnceOnAnotherThreadAlsoThoseThatFillNoBatch() throws IOException {
        train(watched(NoiseClips.pairs(11, Split.VALIDATION)));

        assertThat(reads).hasSize(11).allSatisfy((clip, count) -> assertThat(count).isOne());
        assertThat(readers).doesNotContain(Thread.currentThread().getName());
    }

    @Test
    void recallIsThatOfTheTrainedModelOverAllOfThem() throws IOException {
        List<Pair> pairs = NoiseClips.pairs(11, Split.VALIDATION);
        TrainingOutcome outcome = train(pairs);
        Map<String, Double> told = CheckpointManifest.read(outcome.last()).metrics();
        RetrievalInput input = new RetrievalInput(2, 32, 12, PositionRule.GRID);
        try (Retriever model =
                Retriever.load(outcome.last(), input, NOTHING_KEPT, DeviceChoice.CPU)) {
            List<String> texts = pairs.stream().map(p -> p.captions().get(0)).toList();
            Reranking none = Reranking.none();
            RetrievalMetrics ours =
                    RetrievalMetrics.of(
                            model.rank(texts, model.videos(pairs, none), none).textToVideo());

            assertThat(told.get("TEXT_TO_VIDEO_R1")).isEqualTo(ours.r1());
            assertThat(told.get("TEXT_TO_VIDEO_R10")).isEqualTo(ours.r10()).isBetween(1.0, 100.0);
        }
    }

    @Test
    void aClipThatCannotBeReadEndsTheTrainingWithItsOwnWords() {
        List<Pair> pairs = NoiseClips.pairs(11, Split.VALIDATION);
        Pair broken = with(pairs.get(10), new Watched(pairs.get(10).clip(), true));

        assertThatThrownBy(() -> train(List.of(pairs.get(0), pairs.get(1), broken)))
                .isInstanceOf(ClipException.class)
                .hasMessageContaining("VALIDATION-10");
    }

    private TrainingOutcome train(List<Pair> validation) throws IOException {
        return PrompterTrainer.run(
                SmallPretraining.SIZES,
                SmallPretraining.config(1),
                new TrainingData(
                        NoiseClips.pairs(16, Split.TRAIN),
                        validation,
                        FrameSampling.headTail(),
                        12,
                        NOTHING_KEPT),
                folder,
                new TrainingListener() {});
    }

    private List<Pair> watched(List<Pair> pairs) {
        return pairs.stream().map(p -> with(p, new Watched(p.clip(), false))).toList();
    }

    private static Pair with(Pair pair, ClipSource clip) {
        return new Pair(pair.id(), pair.split(), clip, pair.captions(), pair.truth());
    }

    private final class Watched implements ClipSource {
        private final ClipSource clip;
        private final boolean broken;

        Watched(ClipSource clip, boolean broken) {
            this.clip = clip;
            this.broken = broken;
        }

        @Override
        public String id() {
            return clip.id();
        }

        @Override
        public int frameCount() {
            return clip.frameCount();
        }

        @Override
        public double framesPerSecond() {
            return clip.framesPerSecond();
        }

        @Override
        public Frames frames(int[] indices, int size) {
            if (broken) {
                throw new ClipException(Path.of(id()), "it is broken");
            }
            reads.merge(id(), 1, Integer::sum);
            readers.add(Thread.currentThread().getName());
            return clip.frames(indices, size);
        }
    }
}
