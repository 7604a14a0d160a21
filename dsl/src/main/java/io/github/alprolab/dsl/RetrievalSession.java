package io.github.alprolab.dsl;

import io.github.alprolab.alpro.retrieval.GroundTruth;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.dsl.progress.FrontEnd;
import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.record.RunFolder;
import io.github.alprolab.dsl.record.RunState;
import io.github.alprolab.dsl.record.RunStatus;
import io.github.alprolab.dsl.record.RunStore;
import java.time.Instant;
import java.util.List;

/**
 * One call of {@code run()} of a retrieval: encodes every clip and every text once and keeps the
 * scores.
 */
record RetrievalSession(Description description, Retrieval experiment) {

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
        Scores scores = Scores.read(folder, measured(), experiment.reranking());
        return new RetrievalRun(folder, scores, experiment);
    }

    private void measure(RunFolder folder) {
        long start = System.nanoTime();
        Pairs pairs = experiment.pairs();
        Checkpoint checkpoint = experiment.checkpoint();
        folder.begin(description.json(), description.code(), DataRecord.of(pairs));
        folder.environment();
        RunStatus status = RunStatus.starting(description.hash(), Instant.now());
        folder.status(status);
        scores().write(folder);
        double seconds = (System.nanoTime() - start) / 1e9;
        folder.status(
                status.at(checkpoint.manifest().step(), checkpoint.epoch())
                        .ended(RunState.FINISHED, Instant.now(), seconds, ""));
        RunPage.write(folder);
    }

    private Scores scores() {
        List<Pair> pairs = measured();
        try (var model = OpenModel.load(experiment)) {
            VideoFeatures videos = model.videos(pairs, experiment.reranking());
            return Scores.of(
                    pairs, model.rank(GroundTruth.captions(pairs), videos, experiment.reranking()));
        }
    }

    private List<Pair> measured() {
        return experiment.captions().of(experiment.pairs().all());
    }
}
