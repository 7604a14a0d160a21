package io.github.alprolab.alpro.inside;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.TrainConfig;
import io.github.alprolab.alpro.data.Batch;
import io.github.alprolab.alpro.data.BatchMaker;
import io.github.alprolab.alpro.data.Draw;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.objective.Metric;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.ObjectiveSum;
import io.github.alprolab.alpro.objective.Sizes;
import io.github.alprolab.alpro.objective.Step;
import io.github.alprolab.alpro.objective.StepInputs;
import io.github.alprolab.alpro.objective.StepTensor;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.text.TokenBatch;
import io.github.alprolab.alpro.text.Tokenizer;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.alpro.text.WordPieces;
import io.github.alprolab.alpro.train.Start;
import io.github.alprolab.alpro.train.TrainingData;
import io.github.alprolab.datasets.Pair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives a pre-training one batch to look at: the losses are those of training, over the frames,
 * captions, hidden words, negatives and crops that its first update would draw for these clips.
 * There is no dropout, nothing is learned and nothing is written.
 *
 * @param start sizes, word pieces and weights to look with
 * @param objectives in any order
 * @param train seed and device
 * @param data how clips are looked at, and the captions that make the vocabulary
 */
public record StepInspector(
        Start start, List<Objective> objectives, TrainConfig train, TrainingData data) {

    /**
     * Looks at a batch.
     *
     * @param pairs at least 2, since one pair has no negatives
     * @throws IOException when a file cannot be read or does not fit the objectives
     */
    public StepAccount look(List<Pair> pairs) throws IOException {
        try (Compute compute = Compute.open(train.device());
                Tokenizer tokenizer = Tokenizer.bertUncased()) {
            Vocabulary words = start.vocabulary(captions(data.train()), tokenizer);
            AlproConfig sizes = start.sizes(words);
            StateDict state = new StateDict(compute, new RandomStreams(train.seed()));
            AlproModel model = new AlproModel(state.root(), sizes, 0.07);
            ObjectiveSum sum =
                    new ObjectiveSum(
                            compute,
                            Objective.inOrder(objectives),
                            state,
                            model,
                            Optional.of(words));
            fill(state, sum);
            RandomStreams streams = new RandomStreams(train.seed());
            Batch batch =
                    new BatchMaker(sizes.video(), tokenizer, words, data.words(), data.cache())
                            .augmenting(data.augmentation())
                            .training(new Draw(1, 0, pairs, pairs), data.sampling(), streams);
            try (Scope scope = compute.scope()) {
                return account(scope, sum, batch, sizes, words, streams);
            }
        }
    }

    /** Weights, then objectives that read them, then those of the objectives that a file has. */
    private void fill(StateDict state, ObjectiveSum sum) throws IOException {
        start.fill(state, start.rules(sum.classes()));
        sum.prepare();
        start.fill(state, start.rules(sum.classes()));
    }

    private StepAccount account(
            Scope scope,
            ObjectiveSum sum,
            Batch batch,
            AlproConfig sizes,
            Vocabulary words,
            RandomStreams streams) {
        int frames = sizes.video().frames();
        int size = sizes.video().imageSize();
        StepInputs in =
                new StepInputs(
                        scope,
                        () -> scope.frames(batch.pixels(), batch.clips(), frames, size),
                        batch.texts(),
                        batch.stills(),
                        false,
                        streams,
                        1);
        StepNotes notes = new StepNotes();
        Map<Objective, Function<Step, StepTensor>> noted = new LinkedHashMap<>();
        sum.objectives().forEach(o -> noted.put(o, step -> notes.loss(o, step)));
        Map<Metric, Double> figures = sum.of(in, noted, total -> {});
        return new StepAccount(
                batch.pixels(),
                texts(batch.texts(), words),
                figures,
                sizes(batch.clips(), words, sum),
                notes.hidden,
                notes.matching,
                notes.crops);
    }

    private Sizes sizes(int batch, Vocabulary words, ObjectiveSum sum) {
        List<String> captions = captions(data.validation());
        return new Sizes(
                batch,
                words.size(),
                sum.classes().size(),
                captions.isEmpty() ? Double.NaN : WordPieces.mostFrequentShare(captions));
    }

    private static List<String> captions(List<Pair> pairs) {
        return pairs.stream().flatMap(p -> p.captions().stream()).toList();
    }

    /** Pieces between start and end. */
    private static List<List<String>> texts(TokenBatch batch, Vocabulary words) {
        List<List<String>> all = new ArrayList<>();
        for (int row = 0; row < batch.rows(); row++) {
            List<String> pieces = new ArrayList<>();
            for (int i = 0; i < batch.length(); i++) {
                if (batch.mask()[row * batch.length() + i] > 0) {
                    pieces.add(words.piece((int) batch.ids()[row * batch.length() + i]));
                }
            }
            all.add(pieces.subList(1, pieces.size() - 1));
        }
        return all;
    }
}
