package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.retrieval.RankingScores;
import io.github.alprolab.alpro.retrieval.RetrievalMetrics;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.RunStore;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * One call of {@code run()} of a retrieval: encodes every clip and every text once and keeps the
 * scores.
 */
record RetrievalSession(
        Description description, Pairs pairs, Checkpoint checkpoint, Reranking reranking) {

    RetrievalRun run() {
        return in(RunStore.standard().current(description.name(), description.hash()));
    }

    RetrievalRun again() {
        return in(RunStore.standard().next(description.name(), description.hash()));
    }

    private RetrievalRun in(RunFolder folder) {
        boolean finished = folder.status().filter(s -> s.state() == RunState.FINISHED).isPresent();
        try (Progress progress = FrontEnd.current().start()) {
            progress.note(
                    finished
                            ? "loaded finished run of %s (0 s). again() measures anew"
                                    .formatted(folder.status().orElseThrow().endedAt())
                            : "measuring %s · %s"
                                    .formatted(description.name(), description.brief()));
        }
        if (!finished) {
            measure(folder);
        }
        return new RetrievalRun(folder, Scores.read(folder), pairs, checkpoint, reranking);
    }

    private void measure(RunFolder folder) {
        long start = System.nanoTime();
        folder.begin(description.json(), description.code(), DataRecord.of(pairs));
        folder.environment();
        RunStatus status = RunStatus.starting(description.hash(), Instant.now());
        folder.status(status);
        List<Pair> all = pairs.all();
        List<String> captions = all.stream().map(p -> p.captions().get(0)).toList();
        Scores scores = with(pairs, checkpoint, model -> scores(model, all, captions));
        scores.write(folder);
        double seconds = (System.nanoTime() - start) / 1e9;
        folder.status(
                status.at(checkpoint.manifest().step(), checkpoint.epoch())
                        .ended(RunState.FINISHED, Instant.now(), seconds, ""));
        RunPage.write(folder);
    }

    private Scores scores(
            io.github.alprolab.alpro.retrieval.Retrieval model,
            List<Pair> all,
            List<String> captions) {
        VideoFeatures videos = model.videos(all, reranking);
        RankingScores ranking = model.rank(captions, videos, reranking);
        return new Scores(
                all.stream().map(Pair::id).toList(),
                captions,
                Clips.groups(all),
                ranking.similarity(),
                RetrievalMetrics.ranks(ranking.textToVideo()),
                RetrievalMetrics.ranks(ranking.videoToText()));
    }

    /** What a loaded model is used for. */
    interface Use<T> {
        T of(io.github.alprolab.alpro.retrieval.Retrieval model);
    }

    /** Loads the model, uses it and lets it go. */
    static <T> T with(Pairs pairs, Checkpoint checkpoint, Use<T> use) {
        try (var model =
                io.github.alprolab.alpro.retrieval.Retrieval.load(
                        checkpoint.path(),
                        pairs.frames(),
                        pairs.words(),
                        pairs.cache(),
                        DeviceChoice.AUTO)) {
            return use.of(model);
        } catch (IOException e) {
            throw AdviceException.unreadable(
                    "The checkpoint cannot be used", e, "Train again: experiment.again()");
        }
    }

    /** Encodes all clips. */
    static VideoFeatures features(Pairs pairs, Checkpoint checkpoint, Reranking reranking) {
        return with(pairs, checkpoint, model -> model.videos(pairs.all(), reranking));
    }
}
