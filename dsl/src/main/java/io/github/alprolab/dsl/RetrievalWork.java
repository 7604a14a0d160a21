package io.github.alprolab.dsl;

import io.github.alprolab.alpro.retrieval.GroundTruth;
import io.github.alprolab.alpro.retrieval.VideoFeatures;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.dsl.run.Ending;
import io.github.alprolab.dsl.run.Work;
import io.github.alprolab.dsl.run.Workplace;
import java.util.List;

/**
 * Encodes every clip and every text once and keeps the scores.
 *
 * @param experiment what is measured
 */
record RetrievalWork(Retrieval experiment) implements Work {
    @Override
    public Ending in(Workplace place) {
        Scores scores = scores(place);
        place.requireThere();
        scores.write(place.folder());
        Checkpoint checkpoint = experiment.checkpoint();
        return new Ending(true, checkpoint.manifest().step(), checkpoint.epoch());
    }

    private Scores scores(Workplace place) {
        List<Pair> pairs = experiment.measured();
        try (var model = OpenModel.load(experiment, place::requireWanted)) {
            VideoFeatures videos = model.videos(pairs, experiment.reranking());
            return Scores.of(
                    pairs, model.rank(GroundTruth.captions(pairs), videos, experiment.reranking()));
        }
    }
}
